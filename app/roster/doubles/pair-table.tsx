/** The pairs of records that may be one person: both side by side, how alike, and why, in words. */
import { Unlink } from "lucide-react";
import type { ReactNode } from "react";
import { Badge } from "~/ui/badge";
import { Button } from "~/ui/button";
import { useWords } from "~/ui/language";
import { DataTable, TwoFacts } from "~/ui/table";
import { usePost } from "~/ui/use-post";
import type { ListedPair, PairPerson } from "./pair-list.server";
import { type Sign, sureFrom } from "./score";
import { words as doubleWords } from "./words";

interface PairTableProps {
  pairs: ListedPair[];
  empty: ReactNode;
}

export function PairTable({ pairs, empty }: PairTableProps) {
  const words = useWords(doubleWords);
  return (
    <DataTable
      label={words.label}
      rows={pairs}
      rowKey={({ id }) => id}
      rowHref={({ one, other }) => `/roster/duplicates/${one.id}/${other.id}`}
      defaultSort="-score"
      selection={{
        rowLabel: ({ one, other }) => `${one.name}, ${other.name}`,
        actions: ({ ids }) => <PartButton ids={ids} />,
      }}
      columns={[
        {
          key: "one",
          label: words.columns.one,
          sort: "name",
          cell: ({ one }) => <Person {...one} />,
          always: true,
        },
        { key: "other", label: words.columns.other, cell: ({ other }) => <Person {...other} /> },
        {
          key: "score",
          label: words.columns.score,
          sort: "score",
          cell: ({ score }) => <Score score={score} />,
        },
        { key: "signs", label: words.columns.signs, cell: ({ signs }) => <Signs signs={signs} /> },
      ]}
      empty={empty}
    />
  );
}

function Person({ name, birth, unit }: PairPerson) {
  const words = useWords(doubleWords);
  return (
    <TwoFacts first={name} second={[birth && words.sinceBirth(birth), unit].filter(Boolean).join(" · ")} />
  );
}

export function Score({ score }: { score: number }) {
  const { bands } = useWords(doubleWords);
  const isSure = score >= sureFrom;
  return (
    <Badge tone={isSure ? "amber" : "neutral"}>
      {isSure ? bands.sure : bands.likely} · <span className="tabular-nums">{score}</span>
    </Badge>
  );
}

export function Signs({ signs }: { signs: Sign[] }) {
  const { signs: signWords } = useWords(doubleWords);
  return <span className="text-caption">{signs.map((sign) => signWords[sign]).join(", ")}</span>;
}

export function PartButton({ ids }: { ids: string[] }) {
  const words = useWords(doubleWords);
  const { send, busy } = usePost("/roster/duplicates/partings");
  return (
    <Button icon={Unlink} busy={busy} onPress={() => send({ ids })}>
      {words.notSame}
    </Button>
  );
}
