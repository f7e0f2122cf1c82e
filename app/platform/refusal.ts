/** A rule said no, in words for the person who asked. */
import type { Phrase } from "./words";

export class Refusal extends Error {
  override name = "Refusal";
  readonly phrase: Phrase;
  /** The form field at fault; none: the whole form. */
  readonly field?: string;

  constructor(phrase: Phrase, field?: string) {
    super(phrase.vi);
    this.phrase = phrase;
    this.field = field;
  }
}

/** Does the work; what a rule said no to comes back as its phrase, for a place that is no form. */
export async function phraseOf(work: () => Promise<void>): Promise<Phrase | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.phrase;
  }
}
