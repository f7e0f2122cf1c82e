/** Proposals out of a draft's files: shown beside the entry, taken over only when somebody says so. */
import { isUntitled, type MaterialValues } from "~/materials/material";
import type { MaterialRecord } from "~/materials/material-record.server";
import { updateMaterial } from "~/materials/materials.server";
import { proposeFromFile } from "~/materials/text/pages.server";
import type { VersionFile } from "~/materials/versions/files.server";
import { titleFrom } from "~/materials/versions/splitting.server";
import type { Actor } from "~/platform/actor";
import { type Proposed, type ProposedField, proposalsFor } from "./proposals";

/** Of the first file of the draft that was read; none of an entry that is out. */
export async function listProposals(
  actor: Actor,
  material: MaterialRecord,
  files: VersionFile[],
): Promise<Proposed[]> {
  if (material.current) return [];
  const file = files.find(({ state, textState }) => state === "accepted" && textState === "done");
  const read = file ? await proposeFromFile(actor, file.id) : null;
  const untitled = isUntitled(material.title);
  const named = untitled ? nameOf(files) : null;
  const none = { title: null, number: null, issuer: null, issuedOn: null };
  const head = read ?? none;
  return proposalsFor(
    { ...material, title: untitled ? null : material.title },
    {
      ...head,
      title: head.title ?? named,
    },
  );
}

/** Only of a file that was found in order: another's name must stay nowhere. */
function nameOf(files: VersionFile[]): string | null {
  const file = files.find(({ state }) => state === "accepted");
  return file ? titleFrom(file.name) : null;
}

/** Fills in what was chosen of them. False: not in reach. Refusals: as `updateMaterial`. */
export function takeProposals(
  actor: Actor,
  material: MaterialRecord,
  proposed: Proposed[],
  field: ProposedField | "all",
): Promise<boolean> {
  const taken = proposed.filter((one) => field === "all" || one.field === field);
  const values: MaterialValues = {
    ...material,
    topicIds: material.topics.map(({ id }) => id),
    conferenceId: material.conference?.id ?? null,
    ...Object.fromEntries(taken.map((one) => [one.field, one.value])),
  };
  return updateMaterial(actor, material.id, pickValues(values));
}

/** Only what the entry's form holds. */
function pickValues(all: MaterialValues): MaterialValues {
  const { title, number, issuer, issuedOn, kind, language, circulation, topicIds, audienceGroups } = all;
  const { summary, validFrom, validUntil, conferenceId, unitId, revision } = all;
  return {
    ...{ title, number, issuer, issuedOn, kind, language, circulation, topicIds, audienceGroups },
    ...{ summary, validFrom, validUntil, conferenceId, unitId, revision },
  };
}
