/** Finding a person by a few letters: for the picker in forms and for the search of everything. */
import type { Actor } from "~/platform/actor";
import { listFormerNames } from "./doubles/aliases.server";
import { listRoster } from "./roster-list.server";
import { rosterQuery } from "./roster-query";

export interface PersonHit {
  id: string;
  name: string;
  /** What tells people of one name apart: position, unit, year of birth. */
  path: string;
}

/** The first people whose name or phone matches, within the actor's units. */
export async function listSpeakerChoices(actor: Actor, q: string, most = 20): Promise<PersonHit[]> {
  const [{ people }, formerNames] = await Promise.all([
    listRoster(actor, rosterQuery({ q: q.slice(0, 200) })),
    listFormerNames(actor, q.slice(0, 200)),
  ]);
  const hits = people.map(({ id, fullName, position, unitName, birthYear }) => ({
    id,
    name: fullName,
    path: [position, unitName, birthYear].filter(Boolean).join(" · "),
  }));
  const formerly = formerNames.map(({ speakerId, fullName, alias }) => ({
    id: speakerId,
    name: fullName,
    path: alias,
  }));
  return [...formerly, ...hits].slice(0, most);
}

/** For Ctrl+K: nothing before the second letter. */
export async function searchPeople(actor: Actor, q: string): Promise<PersonHit[]> {
  return q.trim().length < 2 ? [] : listSpeakerChoices(actor, q.trim(), 6);
}
