/** People whom an act may be about: as its table shows them, and names as they are pasted. */
import { z } from "zod";
import { fold, tidy } from "~/platform/text";
import type { Level, Network, Role } from "~/roster/appointment";

export interface Candidate {
  speakerId: string;
  fullName: string;
  birthYear: number | null;
  position: string | null;
  unitId: string;
  unitName: string;
  /** What the line continues, ends or replaces; null where somebody begins. */
  appointment: {
    id: string;
    role: Role;
    network: Network;
    level: Level;
    unitName: string;
    startsOn: string;
    endsOn: string | null;
  } | null;
  /** Who is to come instead, where that is known beforehand. */
  newcomer?: { id: string; name: string };
}

/** A pasted line that fits nobody, or several. */
export interface Unclear {
  text: string;
  candidates: Candidate[];
}

export const mostPasted = 1000;

export const askedPeopleSchema = z.object({
  speakerIds: z.array(z.uuid()).max(1000).default([]),
  /** Everybody whom this unit and those under it keep. */
  unitId: z.uuid().nullish(),
  /** Names as they stand in a document, one a line. */
  names: z.string().max(100_000).default(""),
  /** With the appointments that stand on that day, a candidate each; those without one are told apart. */
  standingOn: z.iso.date().nullish(),
});
export type AskedPeople = z.output<typeof askedPeopleSchema>;

export interface PastedName {
  text: string;
  /** Folded. */
  name: string;
  year: number | null;
}

/** "3. Đ/c Nguyễn Văn An (1975)" or a row out of Excel: the name without number and address, and the year of birth if it says so. */
export function readNames(pasted: string): PastedName[] {
  return pasted
    .split(/\r?\n/)
    .map(tidyLine)
    .filter((text) => /\p{L}{2}/u.test(text))
    .slice(0, mostPasted)
    .map((text) => {
      const cells = text.split(/[\t;|]|,\s|\s\(|\s[-–]\s/);
      const name = cells
        .map((cell) => tidy(cell.replace(/^[\s\d.)•*–-]*/, "").replace(address, "")))
        .find((cell) => /^\p{L}[\p{L}\p{M}'’ .]+$/u.test(cell) && cell.includes(" "));
      return { text, name: fold(name ?? ""), year: yearIn(text) };
    });
}

const address = /^(?:đồng chí|đ\/c|đc\.|ông|bà)\s+/iu;

function tidyLine(line: string): string {
  return line.normalize("NFC").trim();
}

function yearIn(text: string): number | null {
  const year = /(?<!\d)(19[2-9]\d|20[01]\d)(?!\d)/.exec(text)?.[1];
  return year ? Number(year) : null;
}
