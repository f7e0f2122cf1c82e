/** The files made for a person: those at work with their progress, then every file with what can be done with it. */
import { Download, Trash2 } from "lucide-react";
import { showMoment } from "~/platform/clock";
import type { ExportState, ListedExport } from "~/platform/exports.server";
import { Badge, type Tone } from "~/ui/badge";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { JobWatch } from "~/ui/job-watch";
import { useLanguage, useWords } from "~/ui/language";
import { showNumber, showSize } from "~/ui/number";
import { PostButton } from "~/ui/post-button";
import { DataTable, TwoFacts } from "~/ui/table";
import { exportWords } from "./export-words";

const tones: Record<ExportState, Tone> = {
  waiting: "blue",
  running: "blue",
  ready: "green",
  failed: "red",
  cancelled: "neutral",
  expired: "neutral",
  removed: "neutral",
};

/** What is being made now. */
export function ExportsAtWork({ files }: { files: ListedExport[] }) {
  const words = useWords(exportWords);
  return files.map(
    ({ id, name, run }) =>
      run && (
        <JobWatch
          key={id}
          id={run.id}
          label={name}
          done={run.done}
          total={run.total}
          step={run.step ?? words.waiting}
          cancel={words.cancel}
        />
      ),
  );
}

export function ExportTable({ files }: { files: ListedExport[] }) {
  const words = useWords(exportWords);
  const language = useLanguage();
  return (
    <DataTable
      label={words.label}
      rows={files}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "name",
          label: words.name,
          always: true,
          cell: ({ name, about }) => (
            <span className="block min-w-64 phone:min-w-0">
              <TwoFacts first={name} second={about} />
            </span>
          ),
        },
        {
          key: "made",
          label: words.made,
          cell: ({ createdAt }) => (
            <span className="whitespace-nowrap tabular-nums">{showMoment(createdAt)}</span>
          ),
        },
        {
          key: "rows",
          label: words.rows,
          align: "end",
          cell: ({ rows }) => (rows === null ? "" : showNumber(rows, language)),
        },
        {
          key: "size",
          label: words.size,
          align: "end",
          cell: ({ size }) => (size === null ? "" : showSize(size, language)),
        },
        { key: "state", label: words.state, cell: (file) => <State file={file} /> },
        { key: "do", label: words.whatToDo, cell: (file) => <Deeds file={file} /> },
      ]}
      empty={
        <EmptyState
          icon={Download}
          title={words.empty}
          actions={<ButtonLink to="/roster">{words.toRoster}</ButtonLink>}
        >
          {words.emptyHelp}
        </EmptyState>
      }
    />
  );
}

function State({ file: { state, daysLeft, problem } }: { file: ListedExport }) {
  const words = useWords(exportWords);
  return (
    <TwoFacts
      first={<Badge tone={tones[state]}>{words.states[state]}</Badge>}
      second={state === "ready" ? words.daysLeft(daysLeft) : problem}
    />
  );
}

function Deeds({ file: { id, state } }: { file: ListedExport }) {
  const words = useWords(exportWords);
  if (state !== "ready") return null;
  return (
    <span className="flex gap-2 phone:flex-wrap">
      <ButtonLink to={`/exports/${id}/file`} icon={Download} download>
        {words.fetch}
      </ButtonLink>
      <PostButton action={`/exports/${id}/removal`} icon={Trash2}>
        {words.remove}
      </PostButton>
    </span>
  );
}
