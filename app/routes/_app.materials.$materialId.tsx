/** A material: its state and what comes next; under it overview, versions, recipients, readers and history. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { StateBadges } from "~/materials/list/state-badges";
import { MaterialActions } from "~/materials/record/material-actions";
import { MaterialRibbons } from "~/materials/record/material-ribbons";
import { openRecord } from "~/materials/record/record.server";
import { words as versionWords } from "~/materials/versions/words";
import { words as materialWords } from "~/materials/words";
import { found, idIn } from "~/platform/found.server";
import { useWords } from "~/ui/language";
import { Page } from "~/ui/page";
import { Tabs } from "~/ui/tabs";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "materials.view");
  const { draftFiles: _, notes, ...record } = found(await openRecord(actor, idIn(params.materialId)));
  return { ...record, note: notes[0] ?? null };
}

export default function MaterialPage() {
  const { material, mayEdit, mayPublish, mayReadHistory, lacks, note } = useLoaderData<typeof loader>();
  const { materials, kinds, record } = useWords(materialWords);
  const { versions } = useWords(versionWords);
  const { id, title, kind, number, issuer, state, stage } = material;
  const to = `/materials/${id}`;
  const summary = (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span>{[kinds[kind], number, issuer].filter(Boolean).join(" · ")}</span>
      <StateBadges material={{ state, isWaiting: stage === "in_review" }} />
    </span>
  );
  return (
    <Page
      title={title}
      summary={summary}
      breadcrumbs={[{ label: materials, to: "/materials" }]}
      actions={<MaterialActions {...{ material, mayEdit, mayPublish, lacks }} />}
    >
      <MaterialRibbons material={material} note={note} mayEdit={mayEdit} />
      <Tabs
        label={title}
        tabs={[
          { to, label: record.overview, end: true },
          { to: `${to}/versions`, label: versions },
          { to: `${to}/audience`, label: record.audience },
          { to: `${to}/readers`, label: record.readers },
          ...(mayReadHistory ? [{ to: `${to}/history`, label: record.history }] : []),
        ]}
      />
      <Outlet />
    </Page>
  );
}
