/** The figures on top of the first page: how many people and units this person may see. */
import { may } from "~/accounts";
import type { Actor } from "~/platform/actor";
import type { Language } from "~/platform/words";
import { countRoster, countServing } from "~/roster/index.server";
import { showCount, showNumber } from "~/ui/number";
import { countUnits } from "~/units/index.server";
import type { Figure } from "./overview";
import type { ReaderWith } from "./waiting.server";
import { navWords } from "./words";

/** The figures ready to show, and the bare numbers from which the first steps follow. */
export async function firstFigures(readerWith: ReaderWith, language: Language) {
  const words = navWords[language];
  const reader = await readerWith();
  const [units, people] = await Promise.all([
    countUnits(await readerWith("units.view")),
    may(reader, "roster.view") ? countPeople(await readerWith("roster.view")) : null,
  ]);
  const figures: Figure[] = [
    { label: words.unitsCounted, value: showNumber(units.open, language), to: "/units" },
  ];
  if (people) {
    figures.unshift(
      { label: words.peopleCounted, value: showCount(people.all, language), to: "/roster" },
      {
        label: words.rapporteursServing,
        value: showCount(people.rapporteurs, language),
        to: "/roster?state=active&role=rapporteur",
      },
      {
        label: words.communicatorsServing,
        value: showCount(people.communicators, language),
        to: "/roster?state=active&role=communicator",
      },
    );
  }
  return { figures, units: units.open, people: people?.all.total ?? 0 };
}

async function countPeople(reader: Actor) {
  const [all, rapporteurs, communicators] = await Promise.all([
    countRoster(reader),
    countServing(reader, "rapporteur"),
    countServing(reader, "communicator"),
  ]);
  return { all, rapporteurs, communicators };
}
