/** The way in for speakers: who keeps a record gives it on paper, and gives nothing else with it. */
import { beforeAll, expect, test } from "vitest";
import { accessSchema } from "~/accounts/account";
import { greetByCode, spendCode } from "~/accounts/codes/codes.server";
import { findAccess, giveAccess, renewAccess, requireActor } from "~/accounts/index.server";
import { words } from "~/accounts/words";
import { db } from "~/platform/db.server";
import { makeActor, makeSpeaker, makeUnit, makeUser } from "../factories";

let commune: { id: string };
const at = "https://vi-du.vn";

beforeAll(async () => {
  await makeUnit();
  commune = await makeUnit({ name: "Đảng ủy xã Pá Lau" });
});

const officer = () => makeActor({ role: "commune_officer", unit: commune, permission: "roster.access" });
const login = (values: { phone?: string; username?: string }) => accessSchema.parse(values);

test("an officer of the unit gives an account with its slip; its code opens the own record and no more", async () => {
  const actor = await officer();
  const speaker = await makeSpeaker({ fullName: "Giàng Thị Mỷ", unit: commune });
  const slip = await giveAccess(actor, speaker, login({ phone: "0912 345 601" }), at);
  expect(slip).toMatchObject({ name: "Giàng Thị Mỷ", login: "0912 345 601", address: `${at}/activate` });
  expect(slip.square).toMatch(/^data:image\/svg/);
  expect(await findAccess(actor, speaker.id)).toMatchObject({
    login: "0912 345 601",
    state: "not_activated",
  });
  const { person } = await greetByCode(slip.code, { address: "192.0.2.9" }, "vi");
  expect(person?.name).toBe("Giàng Thị Mỷ");
  const cookie = await spendCode(
    { code: slip.code, password: "một câu dài dễ nhớ" },
    { address: "192.0.2.9" },
  );
  const [own = ""] = (cookie ?? "").split(";");
  const request = new Request("http://localhost/", { headers: { Cookie: own } });
  expect(await requireActor(request, "own.record")).toMatchObject({
    speakerId: speaker.id,
    grants: [{ role: "speaker", unitId: commune.id }],
  });
});

test("a lost slip is replaced, and the earlier one holds no more", async () => {
  const actor = await officer();
  const speaker = await makeSpeaker({ unit: commune });
  const first = await giveAccess(actor, speaker, login({ username: "lan.nt" }), at);
  const second = await renewAccess(actor, speaker.id, at);
  expect(second?.code).not.toBe(first.code);
  const { error } = await greetByCode(first.code, { address: "192.0.2.10" }, "vi");
  expect(error).toBe(words.vi.codeUnknown);
});

test("nobody gets a code for somebody who may more than themselves", async () => {
  const actor = await officer();
  const speaker = await makeSpeaker({ unit: commune });
  await makeUser({ speakerId: speaker.id, grants: [{ role: "system_administrator", unit: commune }] });
  await expect(renewAccess(actor, speaker.id, at)).rejects.toThrow(words.vi.personHasMore);
  expect(await db.oneTimeCode.count({ where: { user: { speakerId: speaker.id } } })).toBe(0);
});

test("a second account for the same record, and a telephone that somebody has, are refused", async () => {
  const actor = await officer();
  const speaker = await makeSpeaker({ unit: commune });
  await giveAccess(actor, speaker, login({ phone: "0912 345 602" }), at);
  await expect(giveAccess(actor, speaker, login({ username: "hai.lan" }), at)).rejects.toThrow(
    words.vi.speakerTaken,
  );
  const other = await makeSpeaker({ unit: commune });
  await expect(giveAccess(actor, other, login({ phone: "0912 345 602" }), at)).rejects.toThrow(
    words.vi.phoneTaken,
  );
});

test("out of reach there is nobody to give an account to", async () => {
  const speaker = await makeSpeaker();
  await expect(giveAccess(await officer(), speaker, login({ username: "xa.khac" }), at)).rejects.toThrow(
    words.vi.speakerNotFound,
  );
});
