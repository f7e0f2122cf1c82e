/** What two sequences of words have in common, and what each has alone (Myers' shortest edit script). */

export interface Step {
  kind: "same" | "removed" | "added";
  word: string;
}

/** Two texts that differ in more words than this have little to do with each other. */
const mostDifferent = 1_500;

/** null: they differ in too much to say what became of what. */
export function differ(before: readonly string[], after: readonly string[]): Step[] | null {
  let [start, beforeEnd, afterEnd] = [0, before.length, after.length];
  while (start < beforeEnd && start < afterEnd && before[start] === after[start]) start++;
  while (beforeEnd > start && afterEnd > start && before[beforeEnd - 1] === after[afterEnd - 1]) {
    beforeEnd--;
    afterEnd--;
  }
  const middle = shortest(before.slice(start, beforeEnd), after.slice(start, afterEnd));
  if (!middle) return null;
  const same = (words: readonly string[]) => words.map((word): Step => ({ kind: "same", word }));
  return [...same(before.slice(0, start)), ...middle, ...same(before.slice(beforeEnd))];
}

function shortest(before: string[], after: string[]): Step[] | null {
  const trace: Map<number, number>[] = [];
  const reach = new Map<number, number>([[1, 0]]);
  for (let edits = 0; edits <= Math.min(before.length + after.length, mostDifferent); edits++) {
    trace.push(new Map(reach));
    for (let lane = -edits; lane <= edits; lane += 2) {
      let x = comesFromAbove(reach, lane, edits) ? at(reach, lane + 1) : at(reach, lane - 1) + 1;
      while (x < before.length && x - lane < after.length && before[x] === after[x - lane]) x++;
      reach.set(lane, x);
      if (x >= before.length && x - lane >= after.length) return walkBack(trace, before, after);
    }
  }
  return null;
}

function at(reach: Map<number, number>, lane: number): number {
  return reach.get(lane) ?? -1;
}

function comesFromAbove(reach: Map<number, number>, lane: number, edits: number): boolean {
  return lane === -edits || (lane !== edits && at(reach, lane - 1) < at(reach, lane + 1));
}

function walkBack(trace: Map<number, number>[], before: string[], after: string[]): Step[] {
  const steps: Step[] = [];
  let [x, y] = [before.length, after.length];
  for (let edits = trace.length - 1; edits >= 0; edits--) {
    const reach = trace[edits] as Map<number, number>;
    const lane = x - y;
    const from = comesFromAbove(reach, lane, edits) ? lane + 1 : lane - 1;
    const [oldX, oldY] = [at(reach, from), at(reach, from) - from];
    while (x > Math.max(oldX, 0) && y > Math.max(oldY, 0)) {
      steps.push({ kind: "same", word: before[--x] ?? "" });
      y--;
    }
    if (edits === 0) break;
    if (x === oldX) steps.push({ kind: "added", word: after[--y] ?? "" });
    else steps.push({ kind: "removed", word: before[--x] ?? "" });
  }
  return steps.reverse();
}
