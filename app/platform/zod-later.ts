/** zod as a browser first meets it: schemas are noted down where they stand, and made once a form needs one (vite.config.ts puts this in its place). */
import type { z as zod } from "zod";

let real: typeof zod | undefined;
let coming: Promise<void> | undefined;

/** From then on schemas parse. Rejects without a network, and may be asked again. */
export function zodIsHere(): Promise<void> {
  coming ??= import("zod").then(
    (module) => {
      real = module.z;
    },
    (problem) => {
      coming = undefined;
      throw problem;
    },
  );
  return coming;
}

type Thing = Record<PropertyKey, unknown> & ((...given: unknown[]) => unknown);
const things = new WeakMap<object, () => Thing>();

/** What cannot be noted down for later: somebody waits for it. */
const isAnswer = /^(safeP|p)arse/;

export const z = noted(() => real) as typeof zod;

/** Stands for what `make` gives. Until zod is here, whatever is asked of it is noted down too; afterwards it is as good as the real thing. */
function noted(make: () => unknown): object {
  let made: unknown;
  const thing = () => {
    if (!real) throw new Error("zod is not here yet: await zodIsHere() first.");
    made ??= make();
    return made as Thing;
  };
  const note = new Proxy(() => {}, {
    get: (_, key) =>
      real || typeof key === "symbol" || isAnswer.test(key)
        ? whatIs(thing(), key)
        : noted(() => whatIs(thing(), key)),
    apply: (_, _this, given) => (real ? thing()(...given) : noted(() => thing()(...given))),
    has: (_, key) => key in thing(),
    ownKeys: () => {
      throw new Error("Only the server takes a schema apart.");
    },
  });
  things.set(note, thing);
  return note;
}

function whatIs(thing: Thing, key: PropertyKey): unknown {
  const value = thing[key];
  return typeof value === "function" ? (...given: unknown[]) => value.apply(thing, given.map(whole)) : value;
}

/** What is given to zod, without notes: in lists and shapes too. */
function whole(given: unknown): unknown {
  if (!(given instanceof Object)) return given;
  const thing = things.get(given);
  if (thing) return thing();
  if (Array.isArray(given)) return given.map(whole);
  if (Object.getPrototypeOf(given) !== Object.prototype) return given;
  return Object.fromEntries(Object.entries(given).map(([key, value]) => [key, whole(value)]));
}
