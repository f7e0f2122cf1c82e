/** Telling people that something is out: a notice for everybody with an account, a letter where there is an address. */
import { forgetTold, publishedKind } from "~/materials/receipts/told.server";
import { dayFromColumn, showDay } from "~/platform/clock";
import type { Db } from "~/platform/db.server";
import { addressOfPage, isMailSet, type NewMail, postMail } from "~/platform/mail/post.server";
import { notifyMany } from "~/platform/notices.server";
import { Prisma } from "~/platform/prisma/client";
import type { Phrase } from "~/platform/words";
import { recipientsSql } from "./recipients.server";
import { words } from "./words";

const { sql } = Prisma;

/** So many at a time that cancelling is heard in between. */
const chunk = 1_000;

/** A version on its way out, or out. */
export interface Outgoing {
  materialId: string;
  versionId: string;
  number: number;
  title: string;
  unitId: string;
  asksAgain: boolean;
  /** ISO day. */
  acknowledgeBy: string | null;
}

interface Told {
  userId: string;
  name: string;
  language: string | null;
  address: string | null;
  /** Acknowledged a version before this one, which this one may ask again. */
  hasAcknowledged: boolean;
}

/** Tells everybody whom the rules cover, each once however often it is asked; gives how many. */
export async function tellRecipients(
  tx: Db,
  out: Outgoing,
  progress: (done: number, total: number) => Promise<void> = async () => {},
): Promise<number> {
  const people = await listTold(tx, out);
  await withdrawTold(tx, out.materialId);
  for (let from = 0; from < people.length; from += chunk) {
    await progress(from, people.length);
    await tell(tx, out, people.slice(from, from + chunk));
  }
  await progress(people.length, people.length);
  return people.length;
}

/** Of a material that is out: whoever its rules cover and who was not told of this version yet; gives how many. */
export async function tellNewcomers(tx: Db, materialId: string): Promise<number> {
  const out = await findOut(tx, materialId);
  if (!out) return 0;
  const people = await listTold(
    tx,
    out,
    sql`NOT EXISTS (
    SELECT FROM notice WHERE user_id = told.user_id AND kind = ${publishedKind} AND subject_id = ${out.versionId})`,
  );
  await tell(tx, out, people);
  return people.length;
}

/** Nobody need look at any version of it any more: it was withdrawn, or something newer is out. */
export async function withdrawTold(tx: Db, materialId: string): Promise<void> {
  const versions = await tx.materialVersion.findMany({ where: { materialId }, select: { id: true } });
  await forgetTold(
    tx,
    versions.map(({ id }) => id),
  );
}

async function findOut(tx: Db, materialId: string): Promise<Outgoing | null> {
  const material = await tx.material.findUniqueOrThrow({
    where: { id: materialId },
    include: { current: true },
  });
  const { current, title, unitId, state } = material;
  if (!current || state !== "published") return null;
  const { id: versionId, number, asksAgain } = current;
  return {
    ...{ materialId, versionId, number, title, unitId, asksAgain },
    acknowledgeBy: dayFromColumn(current.acknowledgeBy),
  };
}

function listTold(tx: Db, out: Outgoing, also: Prisma.Sql = sql`true`): Promise<Told[]> {
  const before =
    out.number === 1
      ? sql`false`
      : sql`EXISTS (SELECT FROM material_version v JOIN material_receipt r ON r.version_id = v.id
          WHERE v.material_id = ${out.materialId}::uuid AND v.number < ${out.number} AND r.user_id = u.id
            AND r.acknowledged_at IS NOT NULL)`;
  return tx.$queryRaw<Told[]>`
    SELECT u.id::text AS "userId", u.name, u.language, ${before} AS "hasAcknowledged",
      coalesce(nullif(s.email, ''), CASE WHEN u.email NOT LIKE '%.invalid' THEN u.email END) AS address
    FROM ${recipientsSql(out.materialId)} AS told JOIN "user" u ON u.id = told.user_id
      LEFT JOIN speaker s ON s.id = u.speaker_id
    WHERE ${also} ORDER BY u.id`;
}

async function tell(tx: Db, out: Outgoing, people: Told[]): Promise<void> {
  const groups = new Map<Phrase, Told[]>();
  const phrases = phrasesOf(out);
  for (const person of people) {
    const phrase = person.hasAcknowledged ? phrases.known : phrases.others;
    groups.set(phrase, [...(groups.get(phrase) ?? []), person]);
  }
  const path = `/library/${out.materialId}`;
  await notifyMany(
    tx,
    [...groups].map(([phrase, group]) => ({
      ...{ kind: publishedKind, subjectId: out.versionId, phrase, path },
      userIds: group.map(({ userId }) => userId),
    })),
  );
  if (!isMailSet()) return;
  const mails = [...groups].flatMap(([phrase, group]) =>
    // Who need do nothing is not written to.
    phrase === phrases.quiet ? [] : group.flatMap((person) => mailTo(person, out, phrase, path)),
  );
  await postMail(tx, mails);
}

function phrasesOf({ number, title, acknowledgeBy, asksAgain }: Outgoing) {
  const until = acknowledgeBy && showDay(acknowledgeBy);
  const { notice } = words;
  const quiet = notice.quiet(title);
  const first = until ? notice.firstUntil(title, until) : notice.first(title);
  const next = until ? notice.nextUntil(title, until) : notice.next(title);
  const others = number === 1 ? first : next;
  const again = until ? notice.again(title, until) : next;
  return { quiet, others, known: asksAgain ? again : quiet };
}

function mailTo(
  { userId, name, language, address }: Told,
  out: Outgoing,
  phrase: Phrase,
  path: string,
): NewMail[] {
  if (!address) return [];
  const speaks = language === "en" ? "en" : "vi";
  const { mail } = words[speaks];
  return [
    {
      ...{ kind: publishedKind, subjectId: out.versionId, unitId: out.unitId, userId, address },
      title: phrase[speaks],
      body: [mail.greeting(name), "", phrase[speaks], "", mail.open(addressOfPage(path))].join("\n"),
    },
  ];
}
