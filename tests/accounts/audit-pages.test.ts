/** Paging through the trail finds every line in reach that matches, newest first and once: among the newest lines of all, in each unit's index, and behind both. */
import { expect, test } from "vitest";
import { listAuditLines, readAuditPage } from "~/accounts/audit-lines.server";
import { type AuditQuery, readAuditQuery } from "~/accounts/audit-query";
import type { Actor } from "~/platform/actor";
import { db } from "~/platform/db.server";
import { makeActor, makeUnit } from "../factories";

/** More units than are always merged. */
const units = 24;
const lines = 400;

test("whoever reads, and whatever is asked", async () => {
  const root = await makeUnit({ name: "Trung ương" });
  const province = await makeUnit({ parent: root });
  const communes = await Promise.all(Array.from({ length: units }, () => makeUnit({ parent: province })));
  const small = communes.slice(0, 2);
  const [cuc, binh] = [await makeActor({ name: "Trần Thị Cúc" }), await makeActor({ name: "Lê Văn Bình" })];
  await db.auditLine.createMany({
    data: Array.from({ length: lines }, (_, at) => ({
      ...{
        actorId: (at % 3 ? cuc : binh).userId,
        actorName: "ai đó",
        subjectKind: "speaker",
        subjectId: "x",
        title: `${at}`,
      },
      action: at % 5 ? "speaker.updated" : "speaker.released",
      at: new Date(Date.UTC(2026, 0, 1) + at * 6 * 3_600_000),
      // Those of two units are rare and old; every tenth is of a unit elsewhere.
      unitId: (at < 40 ? small[at % 2] : at % 10 === 0 ? root : communes[2 + (at % (units - 2))])?.id,
    })),
  });
  const readers = [
    await makeActor({ role: "auditor", unit: root }),
    await makeActor({ role: "auditor", unit: province }),
    await makeActor({ role: "commune_officer", unit: small[0] }),
  ];
  const asked = [
    "",
    "action=speaker.released",
    "q=binh",
    "q=cuc&action=speaker.updated",
    "from=2026-02-01&to=2026-02-20",
  ];
  for (const reader of readers) {
    for (const search of asked) {
      const query = readAuditQuery(new URL(`http://x/audit?${search}&kind=speaker&unit=`));
      const expected = await truth(reader, query);
      const { count, lines: first } = await readAuditPage(reader, query);
      expect(count).toEqual({ total: expected.length, more: false });
      expect(first.map(({ title }) => title)).toEqual(expected.slice(0, 50));
      expect(await walk(reader, query)).toEqual(expected);
    }
  }

  async function truth(reader: Actor, { q, action, from, to }: AuditQuery): Promise<string[]> {
    const all = await db.auditLine.findMany({ where: { subjectId: "x" }, orderBy: { id: "desc" } });
    const scopes = await db.unitScope.findMany({
      where: reader.reach === "everywhere" ? {} : { ancestorId: { in: reader.reach } },
    });
    const within = new Set(scopes.map(({ unitId }) => unitId));
    const who = q === "binh" ? binh.userId : q === "cuc" ? cuc.userId : null;
    return all
      .filter((line) => reader.reach === "everywhere" || within.has(line.unitId ?? ""))
      .filter((line) => (!action || line.action === action) && (!who || line.actorId === who))
      .filter(({ at }) => !from || at >= new Date(`${from}T00:00:00+07:00`))
      .filter(({ at }) => !to || at.getTime() < new Date(`${to}T00:00:00+07:00`).getTime() + 86_400_000)
      .map(({ title }) => title);
  }
});

async function walk(reader: Actor, query: AuditQuery): Promise<string[]> {
  const found: string[] = [];
  let before: string | undefined;
  for (;;) {
    const { lines, hasOlder } = await listAuditLines(reader, { ...query, before });
    found.push(...lines.map(({ title }) => title));
    if (!hasOlder) return found;
    before = lines.at(-1)?.id;
  }
}
