/** What is known of a decision, with its scan; and what its date makes one wonder. */
import { Download } from "lucide-react";
import { showDay, today } from "~/platform/clock";
import { decisionDoubts } from "~/roster/decision";
import { words as rosterWords } from "~/roster/words";
import { Badge } from "~/ui/badge";
import { ButtonLink } from "~/ui/button";
import { useLanguage, useWords } from "~/ui/language";
import { Notice } from "~/ui/notice";
import { showSize } from "~/ui/number";
import { Facts } from "~/ui/page";
import { PostButton } from "~/ui/post-button";
import { UploadForm } from "~/ui/upload-form";
import type { DecisionRecord } from "./decision-records.server";
import { words as decisionWords } from "./words";

interface DecisionFactsProps {
  decision: DecisionRecord;
  mayEdit: boolean;
}

export function DecisionFacts({ decision, mayEdit }: DecisionFactsProps) {
  const words = useWords(decisionWords);
  const roster = useWords(rosterWords);
  const language = useLanguage();
  const doubts = decisionDoubts(decision.decidedOn, today());
  const { kind, decidedOn, issuer, signer, unitName, note, scan } = decision;
  return (
    <>
      {doubts.length > 0 && (
        <Notice tone="amber" title={words.record.doubts}>
          {doubts.map((doubt) => doubt[language]).join(" ")}
        </Notice>
      )}
      {!decision.isOurs && <Notice tone="neutral">{words.record.notOurs}</Notice>}
      <Facts
        facts={[
          { label: words.fields.kind, value: roster.kinds[kind] },
          { label: words.fields.decidedOn, value: showDay(decidedOn) },
          { label: words.fields.issuer, value: issuer },
          { label: words.fields.signer, value: signer },
          { label: words.fields.unit, value: unitName },
          { label: words.fields.note, value: note },
          {
            label: words.fields.scan,
            value: scan ? (
              <span className="flex flex-wrap items-center gap-x-3 gap-y-2">
                <span className="min-w-0 wrap-anywhere">
                  {scan.name} <span className="text-soft">({showSize(scan.size, language)})</span>
                </span>
                <ButtonLink to={`/roster/decisions/${decision.id}/scan`} icon={Download} download>
                  {words.scan.open}
                </ButtonLink>
              </span>
            ) : (
              <Badge tone="amber">{words.scan.missing}</Badge>
            ),
          },
        ]}
      />
      {mayEdit && <ScanUpload decision={decision} />}
    </>
  );
}

function ScanUpload({ decision: { id, scan } }: { decision: DecisionRecord }) {
  const words = useWords(decisionWords);
  const upload = (
    <UploadForm
      action={`/roster/decisions/${id}/scan`}
      label={scan ? words.scan.replace : words.scan.add}
      help={words.scan.help}
      accept=".pdf,.jpg,.jpeg,.png"
      busyText={words.scan.busy}
    />
  );
  if (!scan) return upload;
  return (
    <details className="print:hidden">
      <summary className="inline-flex min-h-control cursor-pointer items-center text-table font-semibold text-accent">
        {words.scan.replace}
      </summary>
      <div className="mt-2 flex flex-col items-start gap-3">
        {upload}
        <PostButton action={`/roster/decisions/${id}/scan-removal`} variant="danger">
          {words.scan.remove}
        </PostButton>
      </div>
    </details>
  );
}
