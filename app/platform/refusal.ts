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
