/** Everything the system holds about me, as data. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { trailBooks } from "~/nav/trail";
import { found } from "~/platform/found.server";
import { asAttachment } from "~/platform/sheet-writer.server";
import { documentWords } from "~/roster/own/document-words";
import { exportOwnData } from "~/roster/own/own-data.server";
import { asOneself } from "~/roster/own/own-record.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const self = found(await asOneself(await requireActor(request, "own.record")));
  const data = found(await exportOwnData(self, trailBooks, "JSON"));
  const name = documentWords[self.language].fileName(data.record.fullName);
  return new Response(JSON.stringify(data, null, 2), {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": asAttachment(`${name}.json`),
      "Cache-Control": "no-store",
    },
  });
}
