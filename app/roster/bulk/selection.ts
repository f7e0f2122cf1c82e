/** The choice of people on the roster's list. */

/** The key under which the list keeps whom one has chosen. */
export const rosterSelection = "roster";

/** The address of an export holds no more. */
export const mostToExport = 300;
