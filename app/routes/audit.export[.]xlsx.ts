/** The trail as it is filtered, every line, as a sheet. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { inPlainWords, type ReadableLine } from "~/accounts/audit-line";
import { exportAuditLines } from "~/accounts/audit-lines.server";
import { readAuditQuery } from "~/accounts/audit-query";
import { words as auditWords } from "~/accounts/audit-words";
import { requireActor } from "~/accounts/index.server";
import { trailBooks } from "~/nav/trail";
import { showMoment } from "~/platform/clock";
import { streamSheet } from "~/platform/sheet-writer.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "audit.view");
  const words = auditWords[actor.language];
  const lines = await exportAuditLines(actor, readAuditQuery(new URL(request.url)));
  async function* rows() {
    for await (const line of lines) {
      yield inPlainWords(line, trailBooks, actor.language);
    }
  }
  const facts = (line: ReadableLine, which: "before" | "after") =>
    line.differences
      .filter((difference) => difference[which] !== "")
      .map((difference) => `${difference.label}: ${difference[which]}`)
      .join("; ");
  return streamSheet({
    name: words.file,
    title: words.title,
    columns: [
      { label: words.when, width: 18, value: (line) => showMoment(line.at) },
      { label: words.who, width: 26, value: (line) => line.who },
      { label: words.what, width: 28, value: (line) => line.action },
      { label: words.record, width: 36, value: (line) => line.title },
      { label: words.unit, width: 32, value: (line) => line.unitName },
      { label: words.before, width: 50, value: (line) => facts(line, "before") },
      { label: words.after, width: 50, value: (line) => facts(line, "after") },
      { label: words.address, width: 16, value: (line) => line.address },
    ],
    rows: rows(),
  });
}
