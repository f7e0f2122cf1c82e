/** What appointments say of a person on a day; decision numbers and dates. */
import { describe, expect, test } from "vitest";
import {
  type AppointmentFacts,
  appointmentSchema,
  isActiveOn,
  stateOn,
  stateWords,
} from "~/roster/appointment";
import { decisionDoubts, numberKey, showNumber } from "~/roster/decision";
import { isLevelOpen } from "~/roster/level";
import { ageOn, showPartialDay, speakerSchema } from "~/roster/speaker";
import { words } from "~/roster/words";

const day = "2026-11-23";
const unitId = "018f0000-0000-7000-8000-000000000001";

function facts(
  startsOn: string,
  endsOn: string | null,
  more: Partial<AppointmentFacts> = {},
): AppointmentFacts {
  return { startsOn, endsOn, decisionId: "d", endReason: null, ...more };
}

describe("the state of a person", () => {
  test.each<[string, AppointmentFacts[], string]>([
    ["nobody appointed", [], "Chưa được công nhận"],
    ["an open appointment", [facts("2025-08-12", null)], "Đang hoạt động"],
    ["the first and the last day count", [facts(day, "2030-01-01")], "Đang hoạt động"],
    ["an end 60 days ahead", [facts("2025-08-12", "2027-01-22")], "Hết nhiệm kỳ 22/01/2027"],
    ["an end 61 days ahead", [facts("2025-08-12", "2027-01-23")], "Đang hoạt động"],
    [
      "one that ends beside one that lasts",
      [facts("2025-01-01", "2026-11-30"), facts("2025-01-01", null)],
      "Đang hoạt động",
    ],
    [
      "one that ends and is renewed",
      [facts("2025-01-01", "2026-11-30"), facts("2026-12-01", "2030-01-01")],
      "Đang hoạt động",
    ],
    ["no decision known", [facts("2025-08-12", null, { decisionId: null })], "Chưa rõ quyết định"],
    ["the term ran out", [facts("2020-01-01", "2025-06-30")], "Đã hết nhiệm kỳ 30/06/2025"],
    ["a release", [facts("2020-01-01", "2026-08-31", { endReason: "retired" })], "Thôi từ 01/09/2026"],
    ["a beginning to come", [facts("2026-12-01", null)], "Từ 01/12/2026"],
  ])("%s", (_, appointments, expected) => {
    expect(stateWords(stateOn(appointments, day)).vi).toBe(expected);
  });

  test("active means that some appointment covers the day", () => {
    const appointments = [facts("2025-01-01", "2025-12-31"), facts("2026-02-01", null)];
    const on = ["2024-12-31", "2025-01-01", "2025-12-31", "2026-01-15", "2026-02-01"];
    expect(on.map((one) => isActiveOn(appointments, one))).toEqual([false, true, true, false, true]);
  });
});

test("the district level takes nobody after its last day", () => {
  expect(isLevelOpen("district_legacy", "2025-06-30", "2025-06-30")).toBe(true);
  expect(isLevelOpen("district_legacy", "2025-07-01", "2025-06-30")).toBe(false);
  expect(isLevelOpen("commune", "2025-07-01", "2025-06-30")).toBe(true);
});

describe("a decision", () => {
  test.each([
    "Số 45 - QĐ/ĐU",
    "45-QĐ/ĐU",
    "45 – qđ/đu",
    "Quyết định số: 45-QĐ/ĐU",
    "Số: 45-QĐ/ĐU".normalize("NFD"),
  ])("%s is 45-QĐ/ĐU", (number) => expect(numberKey(number)).toBe("45-qđ/đu"));

  test("shows its number without the word before it", () => {
    expect(showNumber("Số: 973 - QĐ/BTGTW")).toBe("973-QĐ/BTGTW");
  });

  test("has doubts about a date, and only about that", () => {
    expect(decisionDoubts("2025-08-12", day, "2025-08-12")).toEqual([]);
    expect(decisionDoubts("2027-01-01", day)).toEqual([words.doubts.future]);
    expect(decisionDoubts("1960-01-01", day)).toEqual([words.doubts.longAgo]);
    expect(decisionDoubts("2025-08-12", day, "2025-01-01")).toEqual([words.doubts.afterStart]);
    expect(decisionDoubts("2023-06-10", day, "2025-01-01")).toEqual([words.doubts.longBeforeStart]);
  });

  test("that is new needs number and date, in words at their field", () => {
    const parsed = appointmentSchema.safeParse({
      ...{ id: unitId, unitId, role: "rapporteur", network: "party", level: "commune" },
      startsOn: day,
      endsOn: "",
      decision: { choice: "new", number: "", decidedOn: null, kind: "recognition" },
    });
    expect(parsed.error?.issues.map(({ path }) => path.join("."))).toEqual([
      "decision.number",
      "decision.decidedOn",
    ]);
  });
});

describe("a record", () => {
  const typed = { fullName: "  Nguyễn  Văn An ", unitId };

  test("is tidied, and nothing given is null", () => {
    expect(speakerSchema.parse({ ...typed, phone: "0912.345.678", email: "", gender: "" })).toEqual({
      ...{ fullName: "Nguyễn Văn An", givenName: null, birth: null, gender: null },
      ...{ phone: "+84912345678", email: null, position: null, workplace: null },
      ...{ education: null, politicalTheory: null, note: null, unitId },
    });
  });

  test.each([
    [{ phone: "12345" }, "phone"],
    [{ birth: { year: 1975, month: 2, day: 30 } }, "birth"],
    [{ birth: { year: 1975, day: 3 } }, "birth"],
    [{ birth: { year: new Date().getFullYear() } }, "birth"],
    [{ fullName: "Nguyễn Văn 2" }, "fullName"],
    [{ fullName: "" }, "fullName"],
    [{ givenName: "Bình" }, "givenName"],
    [{ email: "không có" }, "email"],
  ])("refuses %j at %s", (wrong, field) => {
    expect(speakerSchema.safeParse({ ...typed, ...wrong }).error?.issues[0]?.path[0]).toBe(field);
  });

  test("shows a birth as far as it is known", () => {
    expect(
      [{ year: 1975 }, { year: 1975, month: 4 }, { year: 1975, month: 4, day: 5 }].map(showPartialDay),
    ).toEqual(["1975", "04/1975", "05/04/1975"]);
    expect([ageOn({ year: 1975 }, day), ageOn({ year: 1975, month: 11, day: 24 }, day)]).toEqual([51, 50]);
  });
});
