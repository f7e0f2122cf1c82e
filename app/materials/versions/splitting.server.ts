/** Files that came together and are entries of their own: parted, each with what stood in front of all. */

import { words as intakeWords } from "~/materials/intake/words";
import type { MaterialValues } from "~/materials/material";
import { addMaterial } from "~/materials/materials.server";
import type { Actor } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { dayFromColumn } from "~/platform/clock";
import { transaction } from "~/platform/db.server";
import { Refusal } from "~/platform/refusal";
import { within } from "~/units/index.server";
import { openDraft } from "./drafts.server";
import { words } from "./words";

/**
 * The first file stays; every other one becomes the only file of a new entry named after it. Gives how many entries there are
 * now; null: not in reach. Refusals: as `openDraft`; fewer than two files; one is still being checked; something of it was published.
 */
export function splitMaterial(actor: Actor, materialId: string): Promise<number | null> {
  return transaction(undefined, async (tx) => {
    const material = await tx.material.findFirst({
      where: { id: materialId, ...within(actor) },
      include: {
        topics: true,
        versions: {
          where: { publishedAt: null },
          include: { files: { orderBy: [{ position: "asc" }, { id: "asc" }] } },
        },
      },
    });
    const version = material?.versions[0];
    if (!material || !version || !(await openDraft(actor, version.id, tx))) return null;
    if (material.currentId || version.number > 1) throw new Refusal(words.errors.notFirst);
    const [, ...others] = version.files;
    if (others.length === 0) throw new Refusal(words.errors.nothingToSplit);
    // A name may turn out to be one that must not stay anywhere.
    if (others.some(({ state }) => state === "checking")) throw new Refusal(intakeWords.stillChecking);
    for (const file of others) {
      const { versionId } = await addMaterial(
        actor,
        { ...valuesOf(material), title: titleFrom(file.name) },
        tx,
      );
      await tx.materialFile.update({ where: { id: file.id }, data: { versionId, position: 0 } });
    }
    await audit(tx, actor, "material.split", {
      ...{ kind: "material", id: material.id, title: material.title, unitId: material.unitId },
      after: { files: others.length + 1 },
    });
    return others.length + 1;
  });
}

/** "de_cuong_thang_11.pdf" reads as "de cuong thang 11". */
export function titleFrom(fileName: string): string {
  const plain = fileName
    .normalize("NFC")
    .replace(/\.\w{2,5}$/, "")
    .replace(/[_\s]+/g, " ")
    .trim();
  return (plain || fileName).slice(0, 300);
}

type Row = Omit<
  MaterialValues,
  | "issuedOn"
  | "validFrom"
  | "validUntil"
  | "topicIds"
  | "kind"
  | "language"
  | "circulation"
  | "audienceGroups"
  | "revision"
> & {
  issuedOn: Date | null;
  validFrom: Date | null;
  validUntil: Date | null;
  topics: { topicId: string }[];
  kind: string;
  language: string;
  circulation: string;
  audienceGroups: string[];
};

function valuesOf(row: Row): MaterialValues {
  const { issuer, unitId, conferenceId } = row;
  const { kind, language, circulation, audienceGroups } = row as unknown as MaterialValues;
  return {
    ...{ issuer, unitId, conferenceId, kind, language, circulation, audienceGroups },
    ...{ title: "", number: null, summary: null },
    issuedOn: dayFromColumn(row.issuedOn),
    validFrom: dayFromColumn(row.validFrom),
    validUntil: dayFromColumn(row.validUntil),
    topicIds: row.topics.map(({ topicId }) => topicId),
  };
}
