/** Reading a file's text in a thread, so that nobody else waits and the program's own memory stays as it is. */
import { inThread } from "~/platform/threads.server";
import type { readText } from "./read-file";
import type { readScans } from "./scans/read-scans";

/** The text that a file itself holds; answers what its pages are. The second argument hears how far it is. */
export const readTextInThread = inThread<typeof readText>("materials/text/read-file.ts", "readText");

/** The text of pages that are pictures; the second argument is handed each page as soon as it is read. */
export const readScansInThread = inThread<typeof readScans>(
  "materials/text/scans/read-scans.ts",
  "readScans",
);
