/** What can hang on a person who leaves: one line here for each feature that gives somebody something to do. */
import { accountHanging, closingHanging, type HangingSource, rosterHanging } from "~/roster/index.server";

/** In the order in which they are shown and carried out; the account is closed last. */
export const hangingSources: HangingSource[] = [...accountHanging, ...rosterHanging, closingHanging];
