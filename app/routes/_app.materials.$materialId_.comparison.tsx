/** Two versions of a material compared page by page. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireActor } from "~/accounts/index.server";
import { findMaterial } from "~/materials/material-record.server";
import { compareNumbered } from "~/materials/versions/comparison.server";
import { ComparisonView } from "~/materials/versions/comparison-view";
import { words as versionWords } from "~/materials/versions/words";
import { words as materialWords } from "~/materials/words";
import { found, idIn } from "~/platform/found.server";
import { useWords } from "~/ui/language";
import { Page } from "~/ui/page";

const querySchema = z.object({
  from: z.coerce.number().int().min(1).catch(1),
  to: z.coerce.number().int().min(1).catch(2),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "materials.view");
  const { id, title } = found(await findMaterial(actor, idIn(params.materialId)));
  const { from, to } = querySchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  const { change, files } = found(await compareNumbered(actor, id, from, to));
  return { id, title, from, to, change, files };
}

export default function ComparisonPage() {
  const { id, title, from, to, change, files } = useLoaderData<typeof loader>();
  const words = useWords(versionWords);
  const { materials } = useWords(materialWords);
  return (
    <Page
      title={words.compareTitle}
      summary={[words.compareSummary(from, to), change].filter(Boolean).join(" · ")}
      breadcrumbs={[
        { label: materials, to: "/materials" },
        { label: title, to: `/materials/${id}` },
        { label: words.versions, to: `/materials/${id}/versions` },
      ]}
    >
      <ComparisonView files={files} />
    </Page>
  );
}
