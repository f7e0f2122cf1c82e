/** One rule for each field in which record and file differ, for everybody in the file. */
import { Fold } from "~/ui/fold";
import { useWords } from "~/ui/language";
import { DataTable } from "~/ui/table";
import { usePost } from "~/ui/use-post";
import { rules } from "./fields";
import type { KnownPage } from "./known-page.server";
import { words as knownWords } from "./words";

interface RulesForAllProps {
  id: string;
  fields: KnownPage["fields"];
  isOpen: boolean;
}

export function RulesForAll({ id, fields, isOpen }: RulesForAllProps) {
  const words = useWords(knownWords).rules;
  const { busy, send } = usePost(`/roster/import/${id}/known-rules`);
  return (
    <Fold title={words.title} note={words.note} isOpen={isOpen}>
      <DataTable
        label={words.label}
        rows={fields}
        rowKey={({ field }) => field}
        empty={null}
        columns={[
          { key: "field", label: words.field, always: true, cell: ({ label }) => label },
          { key: "counts", label: words.counts, cell: ({ differs, fills }) => words.differs(differs, fills) },
          {
            key: "rule",
            label: words.rule,
            cell: ({ field, label, rule }) => (
              <select
                aria-label={words.of(label)}
                value={rule}
                disabled={busy}
                onChange={(event) => send({ [field]: event.target.value })}
                className="control w-80 max-w-full phone:w-full"
              >
                {rules.map((one) => (
                  <option key={one} value={one}>
                    {words[one]}
                  </option>
                ))}
              </select>
            ),
          },
        ]}
      />
    </Fold>
  );
}
