/** Annexes in Word: of a decision, or of any list of people; by our own template or the department's. */
import { z } from "zod";
import type { Actor } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { db, transaction } from "~/platform/db.server";
import { readFile, removeFile, storeFile } from "~/platform/files.server";
import { Refusal } from "~/platform/refusal";
import { defineSetting, readSetting, writeSetting } from "~/platform/settings.server";
import { inThread } from "~/platform/threads.server";
import type { UploadedFile } from "~/platform/uploads.server";
import { writeZip } from "~/platform/zip-writer.server";
import { listNamed, type NamedPerson } from "~/roster/decisions/decision-people.server";
import { aboutDecision, type DecisionRecord } from "~/roster/decisions/decision-records.server";
import { words } from "~/roster/decisions/words";
import { words as rosterWords } from "~/roster/words";
import {
  type AnnexHeading,
  type AnnexPart,
  contentOf,
  headingOf,
  type Layout,
  layoutFor,
  layouts,
} from "./annex-content";
import type { AnnexSettings } from "./annex-settings";
import { templateParts } from "./annex-template";
import type { checkTemplate, fillTemplate } from "./annex-thread.server";
import { annexWords } from "./annex-words";

const thread = "roster/annex/annex-thread.server.ts";
const check = inThread<typeof checkTemplate>(thread, "checkTemplate");
const fill = inThread<typeof fillTemplate>(thread, "fillTemplate");

export const docxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
export const mostTemplateBytes = 5 * 1024 * 1024;
/** A longer list is no annex that anybody signs; it is exported as a sheet. */
export const mostInAnnex = 3000;

const setting = defineSetting(
  "roster.annex",
  z.object({
    layout: z.enum(layouts),
    place: z.string(),
    templates: z.object({ party: z.uuid().nullable(), state: z.uuid().nullable() }),
  }),
  { layout: "party", place: "", templates: { party: null, state: null } },
);

/** How this department lays annexes out, with the names of its own templates. */
export async function readAnnexSettings() {
  const { templates, ...kept } = await readSetting(setting);
  const files = await db.storedFile.findMany({
    where: { id: { in: Object.values(templates).filter((id) => id !== null) } },
    select: { id: true, name: true },
  });
  const nameOf = (layout: Layout) => files.find(({ id }) => id === templates[layout])?.name ?? null;
  return { ...kept, templates: { party: nameOf("party"), state: nameOf("state") } };
}

export function changeAnnexSettings(actor: Actor, { layout, place }: AnnexSettings): Promise<void> {
  return transaction(undefined, async (tx) => {
    const before = await readSetting(setting, tx);
    await writeSetting(tx, setting, { ...before, layout, place });
    await audit(tx, actor, "annex.settings_changed", {
      ...about,
      before: { layout: before.layout, place: before.place },
      after: { layout, place },
    });
  });
}

/** Keeps the department's own template. Refuses, in words, what cannot be filled. */
export async function uploadTemplate(actor: Actor, layout: Layout, file: UploadedFile): Promise<void> {
  await check(file.bytes);
  await transaction(undefined, async (tx) => {
    const before = await readSetting(setting, tx);
    const kept = await storeFile(tx, actor, { name: file.name, type: docxType, content: file.bytes });
    await writeSetting(tx, setting, { ...before, templates: { ...before.templates, [layout]: kept.id } });
    await audit(tx, actor, "annex.template_uploaded", { ...about, after: { layout, template: kept.name } });
    const former = before.templates[layout];
    if (former) await removeFile(tx, former);
  });
}

export async function removeTemplate(actor: Actor, layout: Layout): Promise<void> {
  await transaction(undefined, async (tx) => {
    const before = await readSetting(setting, tx);
    const former = before.templates[layout];
    if (!former) return;
    await writeSetting(tx, setting, { ...before, templates: { ...before.templates, [layout]: null } });
    await audit(tx, actor, "annex.template_removed", { ...about, before: { layout } });
    await removeFile(tx, former);
  });
}

const about = { kind: "annex", id: "annex", title: annexWords.vi.title, unitId: null };

/** Our own template of a layout, for using or for changing in Word. */
export async function ourTemplate(layout: Layout): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of writeZip(templateParts(layout))) pieces.push(piece);
  return Buffer.concat(pieces);
}

/**
 * The annex as a .docx, by the department's template of that layout or ours; people keep their order within their units.
 * Refusal: more than 3,000 people.
 */
export async function annexOf(parts: AnnexPart[], layout: Layout, heading: AnnexHeading): Promise<Buffer> {
  const count = parts.reduce((sum, { people }) => sum + people.length, 0);
  if (count > mostInAnnex) throw new Refusal(words.errors.tooManyForAnnex(mostInAnnex));
  const { templates } = await readSetting(setting);
  const own = templates[layout];
  const template = own ? await readFile(own) : await ourTemplate(layout);
  return Buffer.from(await fill({ template, content: JSON.stringify(contentOf(parts, layout, heading)) }));
}

/** The people whom the decision names, within the actor's reach, as its annex; written into the trail. */
export async function annexOfDecision(actor: Actor, decision: DecisionRecord): Promise<Buffer> {
  const [named, { layout: usual, place }, superior] = await Promise.all([
    listNamed(actor, decision.id, { pageSize: mostInAnnex + 1, order: "unit" }),
    readAnnexSettings(),
    db.unit.findUniqueOrThrow({
      where: { id: decision.unitId },
      select: { parent: { select: { name: true } } },
    }),
  ]);
  const layout = layoutFor(decision, usual);
  const heading = headingOf({ ...decision, superiorName: superior.parent?.name ?? null }, layout, place);
  const annex = await annexOf(partsOf(named), layout, heading);
  await audit(db, actor, "decision.annex_made", {
    ...aboutDecision(decision),
    after: { people: named.length },
  });
  return annex;
}

/** Of a decision that both recognises and releases, two parts. */
function partsOf(named: NamedPerson[]): AnnexPart[] {
  const of = (part: NamedPerson["part"]) => named.filter((person) => person.part === part).map(asAnnexPerson);
  const [begins, ends] = [of("begins"), of("ends")];
  if (begins.length === 0) return [{ name: null, people: ends }];
  if (ends.length === 0) return [{ name: null, people: begins }];
  return [
    { name: `A. ${annexWords.vi.begins}`, people: begins },
    { name: `B. ${annexWords.vi.ends}`, people: ends },
  ];
}

function asAnnexPerson({ part, reason, keeperName, ...person }: NamedPerson) {
  const remark = part === "ends" && reason ? rosterWords.vi.reasons[reason] : null;
  return { ...person, unitName: keeperName, remark };
}
