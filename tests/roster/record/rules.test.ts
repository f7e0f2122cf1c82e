/** Pure rules of the record: what a qualification is worth on a day, who can come when, what the forms accept. */
import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { formErrors } from "~/platform/forms";
import { type Availability, availabilitySchema, isAvailable } from "~/roster/record/availability";
import { languages, languagesSchema } from "~/roster/record/language";
import { languageWords } from "~/roster/record/language-words";
import { partSchemas } from "~/roster/record/part";
import { withRows } from "~/roster/record/part-rows";
import { privateSchema } from "~/roster/record/private";
import { qualificationStateOn } from "~/roster/record/qualification";
import { emptySpeaker, newSpeakerSchema } from "~/roster/speaker";

const errorsOf = (
  schema: typeof partSchemas.note | typeof privateSchema | typeof languagesSchema,
  values: object,
) => schema.safeParse(values, { error: formErrors("vi") }).error?.issues.map(({ path }) => path.join("."));

test("a qualification holds, is about to expire within 90 days, or has expired", () => {
  const day = "2026-11-23";
  const state = (expiresOn: string | null) => qualificationStateOn({ expiresOn }, day);
  expect([null, "2027-02-21", "2027-02-20", day, "2026-11-22"].map(state)).toEqual([
    ...["valid", "valid", "expiring", "expiring", "expired"],
  ]);
});

describe("availability", () => {
  const away = {
    firstDay: "2026-12-01",
    lastDay: "2026-12-31",
    part: "all_day" as const,
    available: false,
    note: null,
  };
  const day: Availability = {
    weekly: ["1-evening", "6-morning"],
    exceptions: [
      away,
      { ...away, firstDay: "2026-12-07", lastDay: "2026-12-07", part: "morning", available: true },
    ],
  };

  test("follows the week, and exceptions before it, the narrowest first", () => {
    expect(isAvailable(day, "2026-11-23", "evening")).toBe(true);
    expect(isAvailable(day, "2026-11-23", "morning")).toBe(false);
    expect(isAvailable(day, "2026-12-07", "evening")).toBe(false);
    expect(isAvailable(day, "2026-12-07", "morning")).toBe(true);
    expect(isAvailable({ weekly: [], exceptions: [] }, "2026-11-23", "morning")).toBeNull();
  });

  test("lines without a day are none; one day needs no last one; the week stands in its order", () => {
    const row = { part: "all_day", available: "no", note: "" };
    const parsed = availabilitySchema.parse({
      weekly: ["6-morning", "1-evening"],
      exceptions: [
        { ...row, firstDay: "2026-12-24", lastDay: null },
        { ...row, firstDay: "", lastDay: "" },
        { ...row, firstDay: "2026-12-01", lastDay: "2026-12-02", available: "yes", note: " nghỉ  phép " },
      ],
    });
    const plain = { part: "all_day", available: false, note: null };
    expect(parsed).toEqual({
      weekly: ["1-evening", "6-morning"],
      exceptions: [
        { ...plain, firstDay: "2026-12-01", lastDay: "2026-12-02", available: true, note: "nghỉ phép" },
        { ...plain, firstDay: "2026-12-24", lastDay: "2026-12-24" },
      ],
    });
  });
});

test("every language has its name in both tongues, and stands once in a form", () => {
  expect(Object.keys(languageWords.vi).sort()).toEqual([...languages].sort());
  expect(new Set(languages).size).toBe(languages.length);
  const row = { language: "tay", level: "fluent", written: false };
  expect(errorsOf(languagesSchema, { languages: [row, row] })).toEqual(["languages"]);
  expect(languagesSchema.parse({ languages: [row, { ...row, language: "" }] })).toEqual({ languages: [row] });
});

test("a note that looks private is accepted only once somebody looked at it", () => {
  const note = { note: "CCCD 001075012345", version: "" };
  expect(errorsOf(partSchemas.note, note)).toEqual(["note"]);
  expect(errorsOf(partSchemas.note, { ...note, noteChecked: true })).toBeUndefined();
  const person = {
    ...emptySpeaker,
    fullName: "Lê Thị Lan",
    unitId: randomUUID(),
    id: randomUUID(),
    note: note.note,
  };
  expect(newSpeakerSchema.safeParse(person).error?.issues.map(({ path }) => path)).toEqual([["note"]]);
  expect(newSpeakerSchema.parse({ ...person, noteChecked: true })).not.toHaveProperty("noteChecked");
});

test("an identity number has twelve digits, and Party days lie in the past", () => {
  const values = { ethnicGroup: "", homeAddress: "", partyFullOn: null, erase: [] };
  expect(
    errorsOf(privateSchema, { ...values, identityNumber: "12345", partyJoinedOn: "2999-01-01" }),
  ).toEqual([...["partyJoinedOn", "identityNumber"]]);
  expect(
    privateSchema.parse({ ...values, identityNumber: "001 075 012345", partyJoinedOn: "" }),
  ).toMatchObject({
    ...{ identityNumber: "001075012345", partyJoinedOn: null },
  });
});

test("the form of topics begins with every topic that it offers, so that opening it changes nothing", () => {
  const [held, other] = [randomUUID(), randomUUID()];
  const offered = [held, other].map((id) => ({ id, name: id, retired: false }));
  expect(withRows("topics", { topics: { [held]: "certified" } }, offered)).toEqual({
    topics: { [held]: "certified", [other]: "" },
  });
});
