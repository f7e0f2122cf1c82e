/** The door of the units for browser code: labels, levels, the picker. */
import { defineWords } from "~/platform/words";
import { unitWords } from "./words";

export { PlainUnitPicker } from "./plain-unit-picker";
export { type Level, levels, type NewUnitValues, type UnitKind, unitKinds } from "./unit";
export { UnitPicker } from "./unit-picker";
export type { UnitHit } from "./unit-tree";
export { unitWords };
export const unitKindWords = defineWords({ vi: unitWords.vi.kinds, en: unitWords.en.kinds });
export const levelWords = defineWords({ vi: unitWords.vi.levels, en: unitWords.en.levels });
