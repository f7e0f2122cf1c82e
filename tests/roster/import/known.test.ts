/** Who in a file is in the roster already, in what both differ, and what a row means for appointments that stand. */
import { describe, expect, test } from "vitest";
import type { PersonValues } from "~/roster/import/check";
import { differencesOf } from "~/roster/import/known/differences";
import { fitting, gainsOf } from "~/roster/import/known/gains";
import type { HeldPost, KnownRecord } from "~/roster/import/known/known";
import { planPost } from "~/roster/import/known/post";
import { type Candidate, judge, ownerOfPhone, scoreCandidates } from "~/roster/import/known/recognise";
import { readSkills } from "~/roster/import/person-skills";
import { minorityLanguages, type SpokenLanguage } from "~/roster/record/language";

const values: PersonValues = {
  fullName: "Nguyễn Thị Hòa",
  birth: { year: 1980, month: 3, day: 5 },
  gender: "female",
  phone: "+84912345678",
  email: null,
  position: "Bí thư Đảng ủy",
  workplace: null,
  education: null,
  politicalTheory: "advanced",
  kind: "rapporteur",
  unit: "Phường Ba Đình",
  unitId: "ba-dinh",
  decision: { number: "45-QĐ/ĐU", decidedOn: "2025-08-12" },
  topic: null,
  language: null,
  topics: [],
  languages: [],
  left: [],
  note: null,
};

const record: KnownRecord = {
  id: "hoa",
  fullName: "Nguyễn Thị Hoà",
  birthYear: 1980,
  birthMonth: null,
  birthDay: null,
  gender: null,
  phone: "+84987654321",
  email: null,
  position: "bí thư đảng ủy",
  workplace: "Trường Chính trị",
  education: null,
  politicalTheory: "bachelor",
  note: null,
  unitId: "ba-dinh",
  unitName: "Phường Ba Đình",
  updatedAt: "",
  posts: [],
  topics: [],
  languages: [],
  aliases: [],
  parted: [],
};

const candidate: Candidate = { ...record, at: 0, nearness: "same" };

describe("who it is", () => {
  const records = (...some: Partial<KnownRecord>[]) =>
    new Map(some.map((one) => [one.id ?? record.id, { ...record, ...one }]));
  const asked = (candidates: Partial<Candidate>[], evidence: Partial<Parameters<typeof judge>[0]> = {}) =>
    judge({
      scored: scoreCandidates(
        values,
        candidates.map((one) => ({ ...candidate, ...one })),
      ),
      ...{ choice: null, earlier: null, records: records({}, { id: "other" }) },
      ...evidence,
    });

  test("name, unit and year of birth are the same person; another telephone makes one ask", () => {
    expect(asked([{ phone: null }])).toMatchObject({ verdict: "same", by: "likeness", score: 85 });
    expect(asked([{}])).toMatchObject({
      verdict: "maybe",
      score: 75,
      signs: expect.arrayContaining(["phoneOther"]),
    });
    expect(asked([{ phone: null, birthYear: 1960 }])).toBeNull();
    expect(asked([])).toBeNull();
  });

  test("of two who are equally like nobody is chosen, unless they were said to be two", () => {
    const two = [{ phone: values.phone }, { id: "other", phone: null }];
    expect(asked(two)).toMatchObject({
      verdict: "maybe",
      speakerId: "hoa",
      others: [{ speakerId: "other" }],
    });
    const parted = records({ parted: ["other"] }, { id: "other", parted: ["hoa"] });
    expect(asked(two, { records: parted })).toMatchObject({ verdict: "same", speakerId: "hoa" });
  });

  test("an officer's word goes before likeness, and an earlier import of the row too", () => {
    const two = [{ phone: values.phone }, { id: "other", birthYear: 1960 }];
    expect(asked(two, { choice: { same: "other" } })).toMatchObject({
      ...{ verdict: "same", by: "officer", speakerId: "other" },
    });
    expect(asked(two, { choice: { not: ["hoa"] } })).toBeNull();
    expect(asked([], { earlier: "other" })).toMatchObject({
      verdict: "same",
      by: "earlier",
      speakerId: "other",
    });
    expect(asked([], { earlier: "other", choice: { not: ["other"] } })).toBeNull();
  });

  test("by the name of a record that was merged, too", () => {
    const found = [{ fullName: "Trần Thị Bích" }, { fullName: "Nguyễn Thị Hòa", phone: values.phone }];
    expect(asked(found)).toMatchObject({ verdict: "same", score: 100 });
  });

  test("a telephone under another name has an owner", () => {
    const scored = scoreCandidates(values, [
      { ...candidate, fullName: "Trần Văn Minh", phone: values.phone },
    ]);
    expect(ownerOfPhone(scored, null)).toMatchObject({ speakerId: "hoa" });
    expect(ownerOfPhone(scored, { not: ["hoa"] })).toBeUndefined();
  });
});

describe("in what both differ", () => {
  const told = (decided = {}, other: Partial<PersonValues> = {}, was: Partial<KnownRecord> = {}) =>
    differencesOf({ ...record, ...was }, { ...values, ...other }, "Phường Ngọc Hà", {
      ...{ rules: {}, fields: {} },
      ...decided,
    }).map(({ field, roster, file, choice }) => [field, roster, file, choice]);

  test("what is empty or less exact is filled, what differs is asked, what only reads differently is the same", () => {
    expect(told()).toEqual([
      ["birth", "1980", "05/03/1980", "take"],
      ["gender", null, "female", "take"],
      ["phone", "0987 654 321", "0912 345 678", null],
      ["politicalTheory", "bachelor", "advanced", null],
    ]);
  });

  test("as the officer decides for all, and otherwise for one", () => {
    const rules = { phone: "take", politicalTheory: "fill", gender: "keep" };
    const choices = (fields = {}) => Object.fromEntries(told({ rules, fields }).map(([f, , , c]) => [f, c]));
    expect(choices()).toEqual({ birth: "take", gender: "keep", phone: "take", politicalTheory: "keep" });
    expect(choices({ phone: "keep", gender: "take" })).toMatchObject({ phone: "keep", gender: "take" });
  });

  test("a name without marks, a former name, an inexact birth are no news", () => {
    const same = { phone: "+84987654321", politicalTheory: null, gender: null };
    expect(told({}, { ...same, fullName: "nguyen thi hoa", birth: { year: 1980 } })).toEqual([]);
    expect(
      told({}, { ...same, fullName: "Trần Thị Bích", birth: null }, { aliases: ["Trần Thị Bích"] }),
    ).toEqual([]);
    expect(told({}, { ...same, fullName: "Nguyễn Thị Hoa", birth: null })).toEqual([
      ["fullName", "Nguyễn Thị Hoà", "Nguyễn Thị Hoa", null],
    ]);
  });

  test("only a row that names a unit moves somebody; a note that is there already is no news", () => {
    const same = { phone: null, politicalTheory: null, gender: null, birth: null };
    expect(told({}, { ...same, unitId: "ngoc-ha" })).toEqual([
      ["unitId", "Phường Ba Đình", "Phường Ngọc Hà", null],
    ]);
    expect(told({}, { ...same, unit: null, unitId: "city" })).toEqual([]);
    expect(told({}, { ...same, note: "tái cử" }, { note: "Tái cử; 0900" })).toEqual([]);
  });
});

describe("what a row means for appointments that stand", () => {
  const wanted = {
    ...{ unitId: "ba-dinh", role: "rapporteur", network: "party", startsOn: "2025-08-12" },
    decision: "45-qđ/đu 2025-08-12",
  };
  const held = (other: Partial<HeldPost>): HeldPost => ({
    ...{ id: "post", unitId: "ba-dinh", role: "rapporteur", network: "party", startsOn: "2020-01-01" },
    ...{ endsOn: null, endReason: null, decision: "1-qđ/đu 2020-01-01" },
    ...other,
  });
  const begins = { does: "begin", startsOn: "2025-08-12", endsOn: null };

  test.each<[string, HeldPost[], object]>([
    ["nobody yet: begins", [], begins],
    [
      "the same decision, wherever: stands already",
      [held({ unitId: "city", decision: wanted.decision })],
      { does: "nothing" },
    ],
    [
      "another role, unit or network: begins beside it",
      [held({ role: "communicator" }), held({ unitId: "city" })],
      begins,
    ],
    [
      "an open one: ends the day before",
      [held({})],
      { does: "renew", endsId: "post", startsOn: "2025-08-12", endsOn: null },
    ],
    ["one that is over: begins", [held({ endsOn: "2024-12-31" })], begins],
    ["released since: stays so", [held({ endsOn: "2026-01-31", endReason: "health" })], { does: "nothing" }],
    [
      "the same day without decision: is proved",
      [held({ startsOn: "2025-08-12", decision: null })],
      { does: "prove", id: "post", startsOn: "2025-08-12" },
    ],
    ["the same day by another decision: stays", [held({ startsOn: "2025-08-12" })], { does: "nothing" }],
    [
      "a later one without decision: is proved from then on",
      [held({ startsOn: "2025-09-01", decision: null })],
      { does: "prove", id: "post", startsOn: "2025-08-12" },
    ],
    ["a later one: lasts until it", [held({ startsOn: "2026-01-01" })], { ...begins, endsOn: "2025-12-31" }],
  ])("%s", (_, posts, plan) => {
    expect(planPost(posts, wanted)).toEqual(plan);
  });

  test("a list without a decision adds to nobody who holds the post, and begins where nobody does", () => {
    const unknown = { ...wanted, decision: null };
    expect(planPost([held({})], unknown)).toEqual({ does: "nothing" });
    expect(planPost([held({ startsOn: "2026-01-01" })], unknown)).toEqual({ does: "nothing" });
    expect(planPost([], unknown)).toEqual(begins);
    expect(planPost([], null)).toEqual({ does: "nothing" });
  });
});

describe("languages for which a record has no room", () => {
  const skill = (language: SpokenLanguage) => ({ language, level: "basic" as const, written: false });
  const held = minorityLanguages.slice(0, 11).map(skill);
  const told = { ...values, languages: (["tay", "en", "lo", "km"] as const).map(skill) };

  test("go to the note, and are no news there when the file comes again", () => {
    const fits = fitting(held, told);
    expect(gainsOf({ topics: [], languages: held }, fits)?.languages).toEqual([skill("en")]);
    expect(fits.left).toEqual(["Ngoại ngữ, tiếng dân tộc: Tiếng Lào, Tiếng Khmer (Campuchia)"]);
    const again = fitting([...held, skill("en")], told);
    expect(gainsOf({ topics: [], languages: [...held, skill("en")] }, again)).toBeNull();
    expect(again.left).toEqual(fits.left);
  });

  test("of somebody new go to the note too", () => {
    const language = {
      value: "Tày, Thái, Mường, Mông, Khmer, Nùng, Dao, Hoa, Gia Rai, Ê Đê, Ba Na, Anh, Pháp, Nga",
    };
    const { languages, left } = readSkills({ language }, []);
    expect(languages).toHaveLength(12);
    expect(left).toEqual(["Ngoại ngữ, tiếng dân tộc: Tiếng Pháp, Tiếng Nga"]);
  });
});
