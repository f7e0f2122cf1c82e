/** The versions of a material; a further one begins here. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { findMaterial } from "~/materials/material-record.server";
import { openRecord } from "~/materials/record/record.server";
import { newVersionSchema } from "~/materials/versions/version";
import { VersionForm } from "~/materials/versions/version-form";
import { VersionList } from "~/materials/versions/version-list";
import { addVersion, listVersions } from "~/materials/versions/versions.server";
import { words as versionWords } from "~/materials/versions/words";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";
import { Fold } from "~/ui/fold";
import { useWords } from "~/ui/language";
import { Card } from "~/ui/page";
import { PostButton } from "~/ui/post-button";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "materials.view");
  const { material, mayEdit } = found(await openRecord(actor, idIn(params.materialId)));
  return { material, mayEdit, versions: await listVersions(actor, material.id) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "materials.edit");
  const { id } = found(await findMaterial(actor, idIn(params.materialId)));
  return handleForm(request, newVersionSchema, async (values) => {
    const number = found(await addVersion(actor, id, values));
    return redirectWithToast(`/materials/${id}`, versionWords.toasts.begun(number), request);
  });
}

export default function MaterialVersions() {
  const { material, mayEdit, versions } = useLoaderData<typeof loader>();
  const words = useWords(versionWords);
  const { id, draft, current, trashedAt } = material;
  const to = `/materials/${id}/versions`;
  const preparing = versions.find((version) => version.id === draft?.id);
  return (
    <>
      {mayEdit && !trashedAt && !draft && (
        <Fold title={words.begin} note={words.beginHelp}>
          <Card>
            <VersionForm key={versions.length} action={to} />
          </Card>
        </Fold>
      )}
      {mayEdit && !trashedAt && preparing && preparing.number > 1 && (
        <Fold title={words.version(preparing.number)} note={words.preparing}>
          <Card>
            <VersionForm key={preparing.change} action={`${to}/change`} draft={preparing} />
          </Card>
          <span>
            <PostButton action={`${to}/removal`} variant="danger">
              {words.giveUp}
            </PostButton>
          </span>
        </Fold>
      )}
      <VersionList materialId={id} versions={versions} currentId={current?.id ?? null} />
    </>
  );
}
