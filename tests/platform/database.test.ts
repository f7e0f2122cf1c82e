/** What the database itself guarantees, whatever the code above it does. */
import { expect, test } from "vitest";
import { pool } from "~/platform/db.server";
import { fold } from "~/platform/text";

test("the app's role may add audit lines and read them, never change or delete one", async () => {
  await pool.query(
    "INSERT INTO audit_line (actor_id, actor_name, action, subject_kind, subject_id, title) VALUES ('a', 'A', 'x.y', 'x', '1', 'X')",
  );
  const { rows } = await pool.query("SELECT actor_id FROM audit_line");
  expect(rows).toEqual([{ actor_id: "a" }]);
  for (const sql of ["UPDATE audit_line SET title = ''", "DELETE FROM audit_line", "TRUNCATE audit_line"]) {
    await expect(pool.query(sql)).rejects.toThrow("permission denied");
  }
});

test("the app's role has no DDL", async () => {
  for (const sql of [
    "CREATE TABLE x ()",
    "DROP TABLE unit",
    "ALTER TABLE unit ADD x int",
    "CREATE SCHEMA x",
  ]) {
    await expect(pool.query(sql)).rejects.toThrow(/permission denied|must be owner/);
  }
});

test("the search columns and fold() agree on every Vietnamese letter, composed or not", async () => {
  const letters = "aăâeêioôơuưy".split("");
  const marks = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"];
  const text = `${letters.flatMap((letter) => marks.map((mark) => letter + mark)).join(" ")} đ Đ K'Điệp H'Hen Niê`;
  for (const form of ["NFC", "NFD"] as const) {
    const typed = `${text} ${text.toUpperCase()}`.normalize(form);
    const { rows } = await pool.query("SELECT lower(immutable_unaccent($1)) AS folded", [typed]);
    expect(rows).toEqual([{ folded: fold(typed) }]);
  }
});
