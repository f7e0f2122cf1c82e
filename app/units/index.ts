/** The door of the units for browser code: labels, levels, the picker. */
import { defineWords } from "~/platform/words";
import { doorWords } from "./door-words";

export { PlainUnitPicker } from "./plain-unit-picker";
export { type Level, levels, type NewUnitValues, type UnitKind, unitKinds } from "./unit";
export { UnitPicker } from "./unit-picker";
export type { UnitHit } from "./unit-tree";
export { unitWords } from "./words";
export const unitKindWords = defineWords({ vi: doorWords.vi.kinds, en: doorWords.en.kinds });
export const levelWords = defineWords({ vi: doorWords.vi.levels, en: doorWords.en.levels });
