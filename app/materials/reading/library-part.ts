/** The parts of a reader's list, in their order. */

/** Waits for the reader's word; not opened yet; the rest, month by month. Sorted as text: the letters keep the order. */
export const libraryParts = ["due", "fresh", "rest"] as const;
export type LibraryPart = (typeof libraryParts)[number];
