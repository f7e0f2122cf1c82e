/** Why somebody sees a material: the words agree with the rules, for whoever it is. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { emptyRule, type Rule } from "~/materials/audience/rule";
import { saveRules } from "~/materials/audience/rules.server";
import { sentenceOf } from "~/materials/audience/sentence";
import { reasonOf } from "~/materials/audience/why";
import { explain } from "~/materials/audience/why.server";
import { words } from "~/materials/audience/words";
import { zaloText } from "~/materials/audience/zalo";
import { addDays, today } from "~/platform/clock";
import { db } from "~/platform/db.server";
import { makeActor, makeAppointment, makeSpeaker, makeUnit, makeUser } from "../../factories";
import { coversSpeaker, coversStaff, type Person, type RuleOf, type World, waysUp, worlds } from "./model";
import { makePublished } from "./published";

test("a rule is said to cover exactly whom it covers", () => {
  fc.assert(
    fc.property(worlds, (world) => {
      for (const person of world.people) {
        for (const rule of world.materials.flatMap(({ rules }) => rules)) {
          const { covered, staff, lacks } = reasonOf(ruleOf(rule), factsOf(world, person));
          const asSpeaker = coversSpeaker(world, rule, person);
          expect(covered).toBe(asSpeaker || coversStaff(world, rule, person));
          expect(staff !== undefined).toBe(covered && !asSpeaker);
          expect(lacks.length === 0).toBe(asSpeaker);
        }
      }
    }),
  );
});

function ruleOf({ units, topics, ...rule }: RuleOf): Rule {
  return { ...rule, unitIds: units.map(String), topicIds: topics.map(String) } as Rule;
}

function factsOf(world: World, { speaker, grants }: Person) {
  const above = (unit: number) => waysUp(world, unit).map(String);
  const held = speaker?.posts.filter(({ from, to }) => from <= today() && (to === null || to >= today()));
  return {
    posts: (held ?? []).map(({ unit, role, level, network }) => ({
      ...{ role, level, network, unitName: "", above: above(unit) },
    })),
    topicIds: speaker?.topics.map(String) ?? [],
    languages: speaker?.languages ?? [],
    staff: grants.map(({ role, unit }) => ({ role, unitName: "", above: above(unit) })),
  };
}

test("explains one person in words, with what is missing", async () => {
  const province = await makeUnit({ name: "Tỉnh ủy An Bình", level: "province" });
  const commune = await makeUnit({ name: "Đảng ủy xã Hòa", parent: province });
  const actor = await makeActor({ unit: province, permission: "materials.view" });
  const speaker = await makeSpeaker({ unit: commune, fullName: "Nguyễn Văn An" });
  await makeAppointment({ speaker });
  const material = await makePublished({ unit: province });
  const said = { id: material.id, circulation: "internal", state: "published" };
  await saveRules(actor, material.id, [
    { ...emptyRule, unitIds: [province.id], levels: ["province"] },
    { ...emptyRule, unitIds: [province.id] },
  ]);
  const { why } = words.vi;

  expect(await explain(actor, said, speaker.id)).toEqual({
    person: { id: speaker.id, name: "Nguyễn Văn An" },
    sees: "never",
    lines: [
      `Không thuộc nhóm 1: ${why.lacks.level}.`,
      "Thuộc nhóm 2: đang là báo cáo viên, Đảng ủy xã Hòa.",
      why.noAccount,
    ],
  });
  await makeUser({ speakerId: speaker.id });
  expect(await explain(actor, said, speaker.id)).toMatchObject({ sees: "now" });
  await db.appointment.updateMany({
    where: { speakerId: speaker.id },
    data: { endsOn: new Date(addDays(today(), -1)) },
  });
  expect(await explain(actor, said, speaker.id)).toMatchObject({ sees: "never" });
  expect(await explain({ ...actor, reach: [(await makeUnit()).id] }, said, speaker.id)).toBeNull();
});

test("says a rule back as a sentence", () => {
  const names = { units: { u: "Tỉnh ủy An Bình" }, topics: { t: "Biển đảo" } };
  const rule: Rule = {
    ...emptyRule,
    ...{ unitIds: ["u"], roles: ["rapporteur"], levels: ["province", "commune"], topicIds: ["t"] },
    staff: ["commune_leader"],
  };
  expect(sentenceOf(rule, names, "vi")).toBe(
    "Báo cáo viên cấp tỉnh và cấp xã thuộc Tỉnh ủy An Bình; chuyên đề Biển đảo; cùng đọc: lãnh đạo xã, phường",
  );
  expect(sentenceOf(emptyRule, names, "vi")).toBe("Báo cáo viên và tuyên truyền viên ở mọi đơn vị");
  expect(sentenceOf(rule, names, "en")).toContain("in Tỉnh ủy An Bình; topic Biển đảo");
});

test("the text for Zalo says what, until when and where to sign in", () => {
  const handedOut = { kind: "outline", title: "Đề cương tháng 11", number: "12-ĐC/BTG" } as const;
  const address = "https://bcv.example/library/1";
  expect(zaloText({ ...handedOut, acknowledgeBy: "2026-11-30", address }, "vi")).toBe(
    [
      "Đề cương: Đề cương tháng 11 (12-ĐC/BTG)",
      "Đề nghị đồng chí đọc và xác nhận trước hết ngày 30/11/2026.",
      `Đăng nhập để đọc: ${address}`,
    ].join("\n"),
  );
});
