/** The program cannot start: one sentence for the person at the terminal, no stack. */
import type { Phrase } from "~/platform/words";

export class StartProblem extends Error {
  override name = "StartProblem";
  readonly phrase: Phrase;

  constructor(phrase: Phrase) {
    super(`${phrase.vi}\n${phrase.en}`);
    this.phrase = phrase;
  }
}
