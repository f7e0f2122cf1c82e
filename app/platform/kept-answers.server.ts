/** Answers that cost much: worked out once for all who ask at that moment, and kept a while in proportion to what they cost. */

export interface Told<T> {
  answer: T;
  /** The moment it is true of; null: of this one. */
  since: Date | null;
}

interface Kept {
  told: Promise<unknown>;
  begunAt: Date;
  isThere: boolean;
}

interface Question {
  work: () => Promise<unknown>;
  isWorth: (answer: unknown) => boolean;
}

/**
 * A keeper of answers. `times`: an answer is kept so many times as long as it took, `longest` at most (ms).
 * Each process keeps its own: what another one changes is seen once the time is over.
 */
export function keepAnswers({ times, longest }: { times: number; longest: number }) {
  const subjects = new Map<string, Map<string, Kept>>();

  function keep(subject: string, key: string, { work, isWorth }: Question): Kept {
    const answers = subjects.get(subject) ?? new Map<string, Kept>();
    subjects.set(subject, answers);
    const begunAt = new Date();
    const kept: Kept = { told: work(), begunAt, isThere: false };
    answers.set(key, kept);
    // What was forgotten meanwhile stands in a map that nobody asks any more.
    const drop = () => {
      answers.delete(key);
      if (answers.size === 0 && subjects.get(subject) === answers) subjects.delete(subject);
    };
    kept.told.then((answer) => {
      if (!isWorth(answer)) return drop();
      kept.isThere = true;
      setTimeout(drop, Math.min(longest, times * (Date.now() - begunAt.getTime()))).unref();
    }, drop);
    return kept;
  }

  return {
    /**
     * The answer kept under this key (always of the same type), or what the work finds. A failure is told to all who wait, and
     * not kept; neither is an answer that is not worth it.
     */
    async ask<T>(
      subject: string,
      key: string,
      work: () => Promise<T>,
      isWorth: (answer: T) => boolean = () => true,
    ): Promise<Told<T>> {
      const question = { work, isWorth: isWorth as Question["isWorth"] };
      const kept = subjects.get(subject)?.get(key) ?? keep(subject, key, question);
      const since = kept.isThere ? kept.begunAt : null;
      return { answer: (await kept.told) as T, since };
    },
    /** Nothing that was asked about it before is told again, not even what is being worked out. Call it after the commit. */
    forget(subject: string): void {
      subjects.delete(subject);
    },
  };
}
