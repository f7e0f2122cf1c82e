/** The first page: what one has to acknowledge, and what of one's own keeping is overdue. */
import { expect, test } from "vitest";
import { requireActor } from "~/accounts/index.server";
import { acknowledge } from "~/materials/receipts/receipts.server";
import { listOverdue, listToAcknowledge } from "~/materials/receipts/waiting.server";
import { words } from "~/materials/receipts/words";
import { addDays, today } from "~/platform/clock";
import { cookies, makeActor, makeUnit } from "../../factories";
import { makePublished, makeReader } from "./made";

test("a reader is told how many wait, until none does", async () => {
  const unit = await makeUnit();
  const material = await makePublished({ unit });
  await makePublished({ unit, acknowledgeBy: null });
  await makePublished();
  const { userId } = await makeReader({ unit, isSignedIn: true });
  const headers = { Cookie: cookies.get(userId) ?? "" };
  const reader = await requireActor(new Request("http://localhost/", { headers }), "materials.read");
  expect(await listToAcknowledge(reader, "vi")).toEqual([
    { label: words.vi.waiting.own("1"), to: "/library" },
  ]);
  await acknowledge(reader, material.version.id);
  expect(await listToAcknowledge(reader, "vi")).toEqual([]);
});

test("who keeps materials is told of those past their last day with people who have not read", async () => {
  const overdue = async (acknowledgeBy: string, account = true) => {
    const unit = await makeUnit();
    await makeReader({ unit, account });
    const material = await makePublished({ unit, acknowledgeBy });
    const officer = await makeActor({ unit, permission: "materials.remind" });
    return { material, waiting: await listOverdue(officer, "vi") };
  };
  const { material, waiting } = await overdue(addDays(today(), -1));
  expect(waiting).toEqual([
    { label: words.vi.waiting.overdue("1"), to: `/materials/${material.id}/readers?state=left` },
  ]);
  expect((await overdue(today())).waiting).toEqual([]);
  expect((await overdue(addDays(today(), -1), false)).waiting).toEqual([]);
  expect((await overdue(addDays(today(), -40))).waiting).toEqual([]);
});
