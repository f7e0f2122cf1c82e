/** The first days of a new department: which steps are done, and which wait for this person. */
import { may } from "~/accounts";
import type { Actor } from "~/platform/actor";
import type { Phrase } from "~/platform/words";
import { navWords as words } from "./words";

interface Figures {
  people: number;
  units: number;
}

export interface Step {
  label: Phrase;
  to: string;
  isDone: boolean;
}

/** The steps that this person may take; none once all of them are done. */
export function firstSteps(reader: Pick<Actor, "grants">, { people, units }: Figures): Step[] {
  const steps = [
    ...(may(reader, "units.edit")
      ? [{ label: words.importUnits, to: "/units/import", isDone: units > 1 }]
      : []),
    ...(may(reader, "roster.import")
      ? [{ label: words.importRoster, to: "/roster/import", isDone: people > 0 }]
      : []),
    ...(may(reader, "accounts.manage")
      ? [{ label: words.addAccount, to: "/accounts/new", isDone: false }]
      : []),
  ];
  return people > 0 && units > 1 ? [] : steps;
}
