/** Removing a file for good that was found to hold state secrets. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { purge } from "~/materials/intake/purging.server";
import { purgeSchema } from "~/materials/material";
import { findMaterial } from "~/materials/material-record.server";
import { PurgeForm } from "~/materials/record/purge-form";
import { listVersions } from "~/materials/versions/versions.server";
import { words as materialWords } from "~/materials/words";
import { redirectWithToast } from "~/platform/flash.server";
import { handleForm } from "~/platform/forms.server";
import { found, idIn } from "~/platform/found.server";
import { useWords } from "~/ui/language";
import { Page } from "~/ui/page";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "materials.purge");
  const { id, title } = found(await findMaterial(actor, idIn(params.materialId)));
  const versions = await listVersions(actor, id);
  const files = versions.flatMap(({ number, files }) =>
    files
      .filter(({ state, format }) => state !== "purged" && format !== "link")
      .map((file) => ({ id: file.id, name: file.name, version: number })),
  );
  return { id, title, files };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "materials.purge");
  const { id } = found(await findMaterial(actor, idIn(params.materialId)));
  return handleForm(request, purgeSchema, async ({ fileId, reason }) => {
    found((await purge(actor, fileId, reason)) || null);
    return redirectWithToast(`/materials/${id}`, materialWords.purge.done, request);
  });
}

export default function PurgePage() {
  const { id, title, files } = useLoaderData<typeof loader>();
  const { materials, purge: words } = useWords(materialWords);
  return (
    <Page
      title={words.title}
      breadcrumbs={[
        { label: materials, to: "/materials" },
        { label: title, to: `/materials/${id}` },
      ]}
    >
      {files.length > 0 ? (
        <PurgeForm materialId={id} files={files} />
      ) : (
        <p className="text-soft">{words.none}</p>
      )}
    </Page>
  );
}
