/** The units' work that nobody waits for, and the long work that somebody watches. */
import { z } from "zod";
import { defineJob } from "~/platform/jobs.server";
import { turnUnits } from "./turn.server";

/** Each night after midnight in Viet Nam, and at start. */
export const turnUnitsJob = defineJob({
  name: "units.turn",
  payload: z.object({}),
  oneAtATime: true,
  work: async () => ({ turned: await turnUnits() }),
});
