/** What the audience page shows: rules as sentences, whom they cover today, what is out and what waits to come out. */
import { holdsFor } from "~/materials/keepers.server";
import type { MaterialRecord } from "~/materials/material-record.server";
import type { Actor } from "~/platform/actor";
import { dayFromColumn, today } from "~/platform/clock";
import { db } from "~/platform/db.server";
import { stepOf } from "~/platform/jobs.server";
import { phraseOf } from "~/platform/refusal";
import { languageWords, spokenLanguages } from "~/roster";
import { listTopics } from "~/roster/index.server";
import { type Preview, previewRules } from "./preview.server";
import { findPublishRun } from "./publishing.server";
import type { Rule } from "./rule";
import { lastUsedRules, listRules, namesOfRules, refuseBeyond } from "./rules.server";
import { sentenceOf } from "./sentence";

/** What rules in a form come to, kept or not. */
export interface Counted extends Preview {
  sentences: string[];
  /** Why they cannot be saved. */
  problem: string | null;
}

export async function countRules(actor: Actor, circulation: string, rules: Rule[]): Promise<Counted> {
  const [names, preview, refused] = await Promise.all([
    namesOfRules(rules),
    previewRules(rules, circulation),
    phraseOf(() => refuseBeyond(db, actor, rules)),
  ]);
  return {
    ...preview,
    sentences: rules.map((rule) => sentenceOf(rule, names, actor.language)),
    problem: refused?.[actor.language] ?? null,
  };
}

export async function readAudiencePage(actor: Actor, material: MaterialRecord) {
  const { language } = actor;
  const rules = await listRules(material.id);
  const offered = rules.length === 0 ? await lastUsedRules(material.id, material.unitId) : [];
  const [names, counted, topics, publication, mayPublish, mayEdit] = await Promise.all([
    namesOfRules([...rules, ...offered.flat()]),
    countRules(actor, material.circulation, rules),
    listTopics(),
    readPublication(material, language),
    holdsFor(actor, "materials.publish", material.unitId),
    holdsFor(actor, "materials.edit", material.unitId),
  ]);
  return {
    ...{ rules, names, counted, publication },
    offered: offered.map((some) => ({
      rules: some,
      sentences: some.map((rule) => sentenceOf(rule, names, language)),
    })),
    topics: topics.filter(({ retired }) => !retired).map(({ id, name }) => ({ value: id, label: name })),
    languages: spokenLanguages.map((value) => ({ value, label: languageWords[language][value] })),
    isPublic: material.circulation === "public",
    mayEdit: (mayEdit || mayPublish) && !material.trashedAt,
    // Who only prepares publishes what was approved.
    mayPublish: mayPublish || (mayEdit && material.stage === "approved"),
  };
}
export type AudiencePage = Awaited<ReturnType<typeof readAudiencePage>>;

async function readPublication(material: MaterialRecord, language: Actor["language"]) {
  const [versions, run] = await Promise.all([
    db.materialVersion.findMany({
      where: { materialId: material.id },
      orderBy: { number: "desc" },
      select: { id: true, number: true, asksAgain: true, acknowledgeBy: true, publishedAt: true },
    }),
    findPublishRun(material.id),
  ]);
  const draft = versions.find(({ publishedAt }) => !publishedAt);
  const current = versions.find(({ id }) => id === material.current?.id);
  const carried = dayFromColumn(draft?.acknowledgeBy ?? current?.acknowledgeBy ?? null);
  return {
    draft: draft ? { number: draft.number, asksAgain: draft.asksAgain } : null,
    out:
      current && material.state === "published"
        ? {
            number: current.number,
            at: current.publishedAt?.toISOString() ?? null,
            acknowledgeBy: dayFromColumn(current.acknowledgeBy),
          }
        : null,
    /** A deadline that has passed is not offered again. */
    acknowledgeBy: carried && carried >= today() ? carried : "",
    waitsUntil: material.publishAt,
    run: run && { id: run.id, done: run.done, total: run.total, step: stepOf(run)?.[language] },
  };
}
