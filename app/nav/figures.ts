/** The figures on top of the first page: how many people and units this person may see. */
import type { Language } from "~/platform/words";
import type { RosterCounts } from "~/roster/index.server";
import { showCount, showNumber } from "~/ui/number";
import type { Figure } from "./overview";
import { navWords } from "./words";

/** The roster's only for who may read it. */
export function firstFigures(units: number, roster: RosterCounts | null, language: Language): Figure[] {
  const words = navWords[language];
  const ofUnits = { label: words.unitsCounted, value: showNumber(units, language), to: "/units" };
  if (!roster) return [ofUnits];
  return [
    { label: words.peopleCounted, value: showCount(roster.people, language), to: "/roster" },
    {
      label: words.rapporteursServing,
      value: showCount(roster.rapporteurs, language),
      to: "/roster?state=active&role=rapporteur",
    },
    {
      label: words.communicatorsServing,
      value: showCount(roster.communicators, language),
      to: "/roster?state=active&role=communicator",
    },
    ofUnits,
  ];
}
