/** The lines that a form of a list begins with: those that are stored, and empty ones; without these it would count as changed. */
import { mostExceptions } from "./availability";
import { mostLanguages } from "./language";
import type { PartInput, RecordPart } from "./part";
import type { Topic } from "./topic";

export function withRows(
  part: RecordPart,
  values: PartInput[RecordPart],
  offered: Topic[] = [],
): PartInput[RecordPart] {
  if (part === "topics") {
    const { topics } = values as PartInput["topics"];
    return { topics: { ...Object.fromEntries(offered.map(({ id }) => [id, "" as const])), ...topics } };
  }
  if (part === "languages") {
    const { languages } = values as PartInput["languages"];
    return { languages: filledUp(languages, blankLanguage, mostLanguages) };
  }
  if (part === "availability") {
    const { weekly, exceptions } = values as PartInput["availability"];
    return { weekly, exceptions: filledUp(exceptions, blankException, mostExceptions) };
  }
  return values;
}

const blankLanguage = { language: "" as const, level: "conversational" as const, written: false };
const blankException = {
  ...{ firstDay: "", lastDay: "", note: "" },
  part: "all_day" as const,
  available: "no" as const,
};

function filledUp<Row>(held: Row[], blank: Row, most: number): Row[] {
  return [...held, ...Array.from({ length: Math.max(0, most - held.length) }, () => ({ ...blank }))];
}
