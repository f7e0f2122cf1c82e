/** What an answer reads like: the roster's own words for its codes. */
import { words as rosterWords } from "~/roster/words";
import { useWords } from "~/ui/language";
import { words as answerWords } from "./words";

/** The words for an answer that is no unit; what has none of its own is its own word. */
export function useAnswerWords(): (value: string) => string {
  const roster = useWords(rosterWords);
  const { values } = useWords(answerWords);
  const all: Record<string, string> = { ...roster.roles, ...roster.theory, ...roster.genders, ...values };
  return (value) => all[value] ?? value;
}
