/** Chance with a fixed seed, so that the sample department and the big set are the same each time. */

/** The next number from 0 up to 1. */
export type Random = () => number;

/** The generator "mulberry32": small, fast, and good enough for a stage. */
export function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A whole number, both ends included. */
export function between(random: Random, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1));
}

export function pick<T>(random: Random, choices: readonly T[]): T {
  return choices[Math.floor(random() * choices.length)] as T;
}

export function chance(random: Random, share: number): boolean {
  return random() < share;
}

/** Picks by weight; adding the weights up once makes a million picks cheap. */
export function weighted<T>(choices: readonly (readonly [T, number])[]): (random: Random) => T {
  let sum = 0;
  const ends = choices.map(([, weight]) => (sum += weight));
  return (random) => {
    const at = random() * sum;
    return choices[ends.findIndex((end) => at < end)]?.[0] as T;
  };
}

/** A version 7 id of that moment: ids made later sort later, as in real use. */
export function idAt(random: Random, moment: Date): string {
  const digits = (count: number) =>
    Math.floor(random() * 16 ** count)
      .toString(16)
      .padStart(count, "0");
  const time = moment.getTime().toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${digits(3)}-8${digits(3)}-${digits(6)}${digits(6)}`;
}
