/** Why a rule covers somebody or not: what one appointment must fulfil together, then topics, languages, staff roles. */
import type { Rule } from "./rule";

export interface Post {
  unitName: string;
  /** The unit and all above it. */
  above: string[];
  role: string;
  level: string;
  network: string;
}

/** What is known of a person today. */
export interface PersonFacts {
  posts: Post[];
  topicIds: string[];
  languages: string[];
  staff: { role: string; unitName: string; above: string[] }[];
}

export const obstacles = [
  "appointment",
  "unit",
  "role",
  "level",
  "network",
  "together",
  "topic",
  "language",
] as const;
export type Obstacle = (typeof obstacles)[number];

export interface Reason {
  covered: boolean;
  /** By which appointment, */
  post?: Post;
  /** or by which role of an account. */
  staff?: PersonFacts["staff"][number];
  /** What speaks against it as a speaker. */
  lacks: Obstacle[];
}

export function reasonOf(rule: Rule, person: PersonFacts): Reason {
  const { posts } = person;
  const post = posts.find((one) => checks.every(([, holds]) => holds(rule, one)));
  const lacks: Obstacle[] = [];
  if (posts.length === 0) lacks.push("appointment");
  else if (!post) {
    const alone = checks.filter(([, holds]) => !posts.some((one) => holds(rule, one)));
    lacks.push(...(alone.length > 0 ? alone.map(([name]) => name) : (["together"] as const)));
  }
  if (!asks(rule.topicIds, person.topicIds)) lacks.push("topic");
  if (!asks(rule.languages, person.languages)) lacks.push("language");
  if (lacks.length === 0) return { covered: true, post, lacks };
  const staff = person.staff.find(
    (held) => (rule.staff as string[]).includes(held.role) && asks(rule.unitIds, held.above),
  );
  return { covered: staff !== undefined, staff, lacks };
}

type Check = [name: Obstacle, holds: (rule: Rule, post: Post) => boolean];

const checks: Check[] = [
  ["unit", (rule, { above }) => asks(rule.unitIds, above)],
  ["role", (rule, { role }) => asks(rule.roles, [role])],
  ["level", (rule, { level }) => asks(rule.levels, [level])],
  ["network", (rule, { network }) => asks(rule.networks, [network])],
];

/** An empty list asks nothing. */
function asks(asked: string[], has: string[]): boolean {
  return asked.length === 0 || asked.some((one) => has.includes(one));
}
