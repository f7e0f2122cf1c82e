/** Chance that can be repeated: the same seed gives the same rosters. */

export interface Random {
  /** 0 to below `below`. */
  number(below: number): number;
  pick<T>(all: readonly T[]): T;
  chance(share: number): boolean;
}

/** "mulberry32", a small generator of Tommy Ettinger's. */
export function randomOf(seed: number): Random {
  let state = seed | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const number = (below: number) => Math.floor(next() * below);
  return {
    number,
    pick: (all) => all[number(all.length)] as (typeof all)[number],
    chance: (share) => next() < share,
  };
}
