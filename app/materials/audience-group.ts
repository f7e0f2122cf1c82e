/** Whom a material's content is written for: groups of listeners, never people (domain.md, section 8). */

export const audienceGroups = [
  "cadres",
  "civil_servants",
  "pupils",
  "students",
  "youth",
  "women",
  "farmers",
  "workers",
  "businesses",
  "veterans",
  "elderly",
  "armed_forces",
  "ethnic_minorities",
  "religious",
  "respected_people",
  "overseas",
  "everybody",
] as const;
export type AudienceGroup = (typeof audienceGroups)[number];
