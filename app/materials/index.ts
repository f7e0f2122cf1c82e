/** The door of the materials for browser code: labels, and how the trail reads them. */
export { materialTrail } from "./trail";
export { words as materialWords } from "./words";
