/** Links of a version: a page or a film elsewhere that belongs to the material. */
import { aboutMaterial } from "~/materials/materials.server";
import { markInName } from "~/materials/text/marks/mark-in-name";
import { openDraft } from "~/materials/versions/drafts.server";
import type { Actor } from "~/platform/actor";
import { audit } from "~/platform/audit.server";
import { transaction } from "~/platform/db.server";
import { Refusal } from "~/platform/refusal";
import { markInName as explained } from "./explained";
import type { LinkValues } from "./link";
import { nextPosition } from "./material-upload.server";

/** False: no such draft within the actor's reach. Refusals: a name with a mark of secrecy; as `openDraft`. */
export function addLink(actor: Actor, versionId: string, { name, url }: LinkValues): Promise<boolean> {
  return transaction(undefined, async (tx) => {
    const draft = await openDraft(actor, versionId, tx);
    if (!draft) return false;
    if (markInName(name)) throw new Refusal(explained, "name");
    await tx.materialFile.create({
      data: {
        ...{ versionId, name, url, format: "link", state: "accepted" },
        ...{ declaredBy: actor.userId, declaredAt: new Date() },
        position: await nextPosition(tx, versionId),
      },
    });
    await audit(tx, actor, "material.link_added", {
      ...aboutMaterial({ ...draft, id: draft.materialId }),
      after: { file: name, url },
    });
    return true;
  });
}
