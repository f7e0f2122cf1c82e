/** Recognising, renewing, replacing, releasing, moving, merging and taking back in any order: the database agrees with a small model, and the domain's invariants hold after each step. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { makeActor, makeDecision, makeSpeaker, makeUnit } from "../factories";
import { commandsOn, type Model, type World } from "./model";

test("any order of commands leaves what the model says", { timeout: 180_000 }, async () => {
  const unit = await makeUnit();
  const units = [(await makeUnit({ parent: unit })).id, (await makeUnit({ parent: unit })).id];
  const actor = await makeActor({ role: "commune_officer", unit, permission: "decisions.edit" });
  const decisions = await Promise.all([0, 1, 2].map(async () => (await makeDecision({ unit })).id));
  const names = ["an", "bình", "châu", "dung"];
  let steps = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.commands(commandsOn({ people: names, units }), { maxCommands: 14 }),
      async (commands) => {
        await fc.asyncModelRun(async (): Promise<{ model: Model; real: World }> => {
          const people = await Promise.all(names.map(async () => (await makeSpeaker({ unit })).id));
          return {
            model: { posts: [], state: 0, acts: [], gone: new Map() },
            real: { actor, people, units, decisions },
          };
        }, commands);
        steps += [...commands].length;
      },
    ),
    { numRuns: 60, endOnFailure: false },
  );
  expect(steps).toBeGreaterThan(100);
});
