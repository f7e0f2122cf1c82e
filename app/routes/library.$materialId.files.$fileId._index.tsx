/** A PDF of a material in our own viewer: the words of its page are there at once. */
import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { quickPath } from "~/materials/reading/file-facts";
import { pageIn, soughtIn } from "~/materials/reading/page-in";
import { PdfReader } from "~/materials/reading/pdf-reader";
import {
  countTextPages,
  findReaderFile,
  listTextPages,
  noteReading,
} from "~/materials/reading/reader-files.server";
import { found, idIn } from "~/platform/found.server";
import { useFollowedLinks } from "~/ui/follow-links";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "materials.read");
  const file = found(await findReaderFile(actor, idIn(params.fileId)));
  const { id, materialId, title, format } = file;
  const count = file.pages ?? (await countTextPages(id));
  const start = pageIn(request.url, count || Number.MAX_SAFE_INTEGER, file.lastPage);
  const sought = soughtIn(request.url);
  if (format !== "pdf") throw redirect(quickPath(materialId, file, start, sought));
  const [[text = null]] = await Promise.all([
    listTextPages(id, start, start, sought),
    noteReading(actor, id, "opened"),
  ]);
  return { file: { id, materialId, title }, start, sought, text, count };
}

/** The page stays as it was opened: what changes in it, it asks for itself. */
export const shouldRevalidate = () => false;

export default function ReaderPage() {
  const reader = useLoaderData<typeof loader>();
  const followLinks = useFollowedLinks();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the links inside are the controls, keys reach them as clicks
    // biome-ignore lint/a11y/noStaticElementInteractions: as above
    <div className="contents" onClick={followLinks}>
      <PdfReader key={`${reader.file.id} ${reader.start}`} {...reader} />
    </div>
  );
}
