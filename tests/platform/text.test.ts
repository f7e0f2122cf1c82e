/** Vietnamese text, days and words as readers expect them. */
import { expect, test } from "vitest";
import { addDays, dayFromColumn, dayOf, dayToColumn, showDay, showMoment } from "~/platform/clock";
import { fold, tidy } from "~/platform/text";
import { defineWords, languageOf } from "~/platform/words";

test.each([
  ["Đặng Thị Hoà", "dang thi hoa"],
  ["ĐẶNG THỊ HÒA".normalize("NFD"), "dang thi hoa"],
  ["Ơ Ư Ă Â Ê Ô", "o u a a e o"],
  ["Giàng A Câu", "giang a cau"],
  ["H'Hen Niê", "h'hen nie"],
  ["K’Điệp", "k'diep"],
])("folds %s to %s", (text, folded) => {
  expect(fold(text)).toBe(folded);
});

test("stores text composed, with single blanks", () => {
  expect(tidy("  Nguyễn\u00a0 Văn \tA ".normalize("NFD"))).toBe("Nguyễn Văn A".normalize("NFC"));
});

test("keeps a soft hyphen, which a legacy encoding uses for ư", () => {
  expect(tidy("H\u00adêng")).toBe("H\u00adêng");
});

test("counts days in Viet Nam", () => {
  expect(dayOf(new Date("2026-11-22T16:59:59Z"))).toBe("2026-11-22");
  expect(dayOf(new Date("2026-11-22T17:00:00Z"))).toBe("2026-11-23");
});

test("carries a day into the database and back", () => {
  for (const day of ["1930-02-03", "2024-02-29", "2026-12-31"]) {
    expect(dayFromColumn(dayToColumn(day))).toBe(day);
  }
  expect(dayFromColumn(null)).toBeNull();
});

test("adds days across months and years", () => {
  expect(addDays("2024-02-28", 1)).toBe("2024-02-29");
  expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
});

test("shows days and moments as people write them", () => {
  expect(showDay("2026-11-23")).toBe("23/11/2026");
  expect(showDay("2026-11")).toBe("11/2026");
  expect(showDay("1975")).toBe("1975");
  expect(showMoment(new Date("2026-11-23T07:05:00Z"))).toBe("23/11/2026 14:05");
});

test("gives each sentence in one language or as a phrase, in groups too", () => {
  const words = defineWords({
    vi: { saved: "Đã lưu", left: (days: number) => `Còn ${days} ngày`, state: { open: "Mở" } },
    en: { saved: "Saved", left: (days: number) => `${days} days left`, state: { open: "Open" } },
  });
  expect(words.vi.saved).toBe("Đã lưu");
  expect(words.saved).toEqual({ vi: "Đã lưu", en: "Saved" });
  expect(words.left(3)).toEqual({ vi: "Còn 3 ngày", en: "3 days left" });
  expect(words.state.open).toEqual({ vi: "Mở", en: "Open" });
});

test.each([
  ["", "", "vi"],
  ["", "en-US,en;q=0.9,vi;q=0.8", "en"],
  ["", "fr-FR,vi;q=0.8,en;q=0.7", "vi"],
  ["theme=dark; language=en", "vi", "en"],
  ["language=fr", "", "vi"],
])("with cookie %j and browser %j chooses %s", (cookie, accepted, language) => {
  const headers = new Headers({ Cookie: cookie, "Accept-Language": accepted });
  expect(languageOf({ headers })).toBe(language);
});
