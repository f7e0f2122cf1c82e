/** The quick read: a file's text, twenty pages at a time, drawn on the server alone. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { pageIn, soughtIn } from "~/materials/reading/page-in";
import { QuickRead } from "~/materials/reading/quick-read";
import {
  countTextPages,
  findReaderFile,
  keepPlace,
  listTextPages,
  noteReading,
} from "~/materials/reading/reader-files.server";
import { found, idIn } from "~/platform/found.server";

/** As many pages as a weak line carries in a second or two. */
const atOnce = 20;

/** Nothing on this page needs scripts: none is loaded (root.tsx). */
export const handle = { isStill: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "materials.read");
  const file = found(await findReaderFile(actor, idIn(params.fileId)));
  const count = await countTextPages(file.id);
  const page = pageIn(request.url, count);
  const from = page - ((page - 1) % atOnce);
  const to = Math.min(from + atOnce - 1, count);
  const [pages] = await Promise.all([
    listTextPages(file.id, from, to, soughtIn(request.url)),
    count > 0 && noteReading(actor, file.id, "text"),
    page > 1 && keepPlace(actor, file, page),
  ]);
  const { id, materialId, title, name, format, size, needsLook } = file;
  return {
    file: { id, materialId, title, name, format, size, pages: file.pages, needsLook },
    ...{ pages, count, from, to, isWaiting: file.textState === "waiting" },
  };
}

export default function QuickReadPage() {
  return <QuickRead {...useLoaderData<typeof loader>()} />;
}
