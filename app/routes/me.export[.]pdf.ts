/** Everything the system holds about me, to read and to print. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { trailBooks } from "~/nav/trail";
import { showMoment } from "~/platform/clock";
import { writeDocument } from "~/platform/document-writer.server";
import { found } from "~/platform/found.server";
import { asAttachment } from "~/platform/sheet-writer.server";
import { documentWords } from "~/roster/own/document-words";
import { exportOwnData } from "~/roster/own/own-data.server";
import { sectionsOf } from "~/roster/own/own-data-text";
import { asOneself } from "~/roster/own/own-record.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const self = found(await asOneself(await requireActor(request, "own.record")));
  const data = found(await exportOwnData(self, trailBooks, "PDF"));
  const { language } = self;
  const say = documentWords[language];
  const { fullName } = data.record;
  const pdf = await writeDocument({
    title: say.title,
    intro: [say.made(fullName, showMoment(data.exportedAt)), say.explain],
    sections: sectionsOf(data, language),
    pageOf: say.page,
    language,
  });
  return new Response(new Uint8Array(pdf), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": asAttachment(`${say.fileName(fullName)}.pdf`),
      "Cache-Control": "no-store",
    },
  });
}
