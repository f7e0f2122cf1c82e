/** How far the materials of a period have been read, by unit, kind or material. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { readFiguresQuery } from "~/materials/receipts/figures";
import { readFiguresPage } from "~/materials/receipts/figures.server";
import { FiguresView } from "~/materials/receipts/figures-view";
import { words as receiptWords } from "~/materials/receipts/words";
import { useWords } from "~/ui/language";
import { Page } from "~/ui/page";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "materials.view");
  return readFiguresPage(actor, readFiguresQuery(new URL(request.url)));
}

export default function FiguresPage() {
  const { figures: words } = useWords(receiptWords);
  return (
    <Page title={words.title} summary={words.summary}>
      <FiguresView {...useLoaderData<typeof loader>()} />
    </Page>
  );
}
