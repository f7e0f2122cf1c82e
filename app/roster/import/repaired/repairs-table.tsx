/** Every repair beside what stands in the file, and a way to leave it as it stands. */
import { words as importWords } from "~/roster/import/words";
import { Badge, type Tone } from "~/ui/badge";
import { Button, ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { FilterLinks } from "~/ui/filter-links";
import { useWords } from "~/ui/language";
import { Paging } from "~/ui/list-bar";
import { Notice } from "~/ui/notice";
import { DataTable, TwoFacts } from "~/ui/table";
import { withParams } from "~/ui/url";
import { usePost } from "~/ui/use-post";
import { useSearch } from "~/ui/use-search";
import type { RepairsPage, repairsInBrief, ShownRepair } from "./repairs-page.server";
import { words as repairWords } from "./words";

const tones: Record<ShownRepair["sureness"], Tone> = { sure: "green", fairly: "blue", look: "amber" };

export function RepairsTable({ id, page }: { id: string; page: RepairsPage }) {
  const words = useWords(repairWords);
  const fields: Record<string, string> = useWords(importWords).fields;
  return (
    <>
      <Filters page={page} />
      <RefuseAll id={id} page={page} />
      <DataTable
        label={words.label}
        columns={[
          { key: "original", label: words.original, cell: (one) => <Original repair={one} />, always: true },
          { key: "repaired", label: words.repaired, cell: (one) => <Repaired repair={one} /> },
          {
            key: "kind",
            label: words.kind,
            cell: ({ kind, field }) => (
              <TwoFacts first={words.kinds[kind] ?? kind} second={fields[field] ?? field} />
            ),
          },
          {
            key: "where",
            label: words.where,
            cell: ({ first, count }) => words.rows(first.row, count),
          },
          { key: "refuse", label: words.wrong, cell: (one) => <Refuse id={id} repair={one} /> },
        ]}
        rows={page.repairs}
        rowKey={(one) => one.id + one.repaired}
        empty={<EmptyState title={words.none}>{words.noneHelp}</EmptyState>}
      />
      <Paging page={page.page} pageSize={page.pageSize} total={page.total} />
    </>
  );
}

function Filters({ page }: { page: RepairsPage }) {
  const words = useWords(repairWords);
  const fieldWords: Record<string, string> = useWords(importWords).fields;
  const search = useSearch();
  const links = (
    name: "kind" | "field",
    labels: Record<string, string>,
    all: { label: string; count: number },
  ) => {
    const counts = name === "kind" ? page.kinds : page.fields;
    return [
      { to: withParams(search, { [name]: null }), ...all, isCurrent: page[name] === null },
      ...counts.map(({ key, count }) => ({
        to: withParams(search, { [name]: key }),
        label: labels[key] ?? key,
        count,
        isCurrent: page[name] === key,
      })),
    ];
  };
  return (
    <div className="flex flex-col gap-2">
      <FilterLinks
        label={words.byKind}
        links={links("kind", words.kinds, { label: words.allKinds, count: page.all.kinds })}
      />
      <FilterLinks
        label={words.byField}
        links={links("field", fieldWords, { label: words.allFields, count: page.all.fields })}
      />
    </div>
  );
}

/** Some repairs are about what nobody sees: stray blanks, marks apart from their letters, letters that only look right. */
function Original({ repair: { kind, original, repaired } }: { repair: ShownRepair }) {
  if (kind === "lookalike") return <Lookalikes original={original} repaired={repaired} />;
  const visible =
    kind === "blanks"
      ? original.replace(/\s/gu, "·")
      : kind === "composed"
        ? original.replace(/\p{M}/gu, "◌$&")
        : original;
  return <span className="font-normal whitespace-pre-wrap">{visible}</span>;
}

function Lookalikes({ original, repaired }: { original: string; repaired: string }) {
  const right = [...repaired];
  return (
    <span className="font-normal whitespace-pre-wrap">
      {[...original].map((letter, at) =>
        letter === right[at] ? (
          letter
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: letters have no name but their place
          <mark key={at} className="rounded-sm bg-amber-soft text-amber">
            {letter}
          </mark>
        ),
      )}
    </span>
  );
}

function Repaired({ repair: { original, repaired, isRefused, sureness } }: { repair: ShownRepair }) {
  const words = useWords(repairWords);
  if (isRefused) return <TwoFacts first={original} second={words.refused} />;
  return (
    <span className="flex flex-wrap items-center gap-2">
      <span className="font-semibold">{repaired}</span>
      <Badge tone={tones[sureness]}>{words.sureness[sureness]}</Badge>
    </span>
  );
}

/** All that is shown stays as in the file, or is repaired again, whatever was said of single values. */
function RefuseAll({ id, page: { whole } }: { id: string; page: RepairsPage }) {
  const words = useWords(repairWords);
  const { busy, refusal, send } = usePost(`/roster/import/${id}/answers`);
  if (!whole || whole.values < 2) return null;
  const said = whole.isRefused ? null : "yes";
  const answers = Object.fromEntries(whole.ids.map((one) => [one, said]));
  return (
    <span className="flex flex-wrap items-center gap-3 print:hidden">
      <Button busy={busy} onPress={() => send({ answers })}>
        {whole.isRefused ? words.againAll(whole.values) : words.refuseAll(whole.values)}
      </Button>
      {refusal && (
        <span role="alert" className="text-caption text-red">
          {refusal}
        </span>
      )}
    </span>
  );
}

function Refuse({ id, repair }: { id: string; repair: ShownRepair }) {
  const words = useWords(repairWords);
  const { busy, refusal, send } = usePost(`/roster/import/${id}/answers`);
  if (!repair.mayBeRefused) return null;
  return (
    <span className="flex flex-col -ml-4 items-start gap-1">
      <Button
        variant="quiet"
        busy={busy}
        onPress={() => send({ answers: { [repair.id]: repair.isRefused ? repair.unrefused : "yes" } })}
      >
        {repair.isRefused ? words.again : words.refuse}
      </Button>
      {refusal && (
        <span role="alert" className="ml-4 text-caption text-red">
          {refusal}
        </span>
      )}
    </span>
  );
}

/** On the import's page: how much was repaired, and the way to see it. */
export function RepairsInBrief({ id, brief }: { id: string; brief: ReturnType<typeof repairsInBrief> }) {
  const words = useWords(repairWords);
  if (brief.values === 0) return null;
  const kinds = brief.kinds.map(({ key, count }) => words.briefKind(count, words.kinds[key] ?? key));
  return (
    <Notice
      tone={brief.toLookAt ? "amber" : "blue"}
      title={words.brief(brief.values)}
      actions={<ButtonLink to={`/roster/import/${id}/repairs`}>{words.see}</ButtonLink>}
    >
      {[kinds.join(", "), brief.toLookAt && words.toLookAt].filter(Boolean).join(". ")}
    </Notice>
  );
}
