/** The trash of materials. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { listTrash } from "~/materials/trash/trash.server";
import { TrashTable } from "~/materials/trash/trash-table";
import { words as trashWords } from "~/materials/trash/words";
import { words as materialWords } from "~/materials/words";
import { useWords } from "~/ui/language";
import { Page } from "~/ui/page";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "materials.edit");
  return { materials: await listTrash(actor) };
}

export default function TrashPage() {
  const { materials } = useLoaderData<typeof loader>();
  const words = useWords(trashWords);
  const { materials: title } = useWords(materialWords);
  return (
    <Page
      title={words.title}
      summary={words.summary(materials.length)}
      breadcrumbs={[{ label: title, to: "/materials" }]}
    >
      <p className="max-w-prose text-soft">{words.help}</p>
      <TrashTable materials={materials} />
    </Page>
  );
}
