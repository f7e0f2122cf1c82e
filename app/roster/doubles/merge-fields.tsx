/** The fields of two records in rows: the same is said once, what differs is chosen. */
import { type ReactNode, useId } from "react";
import { useFormContext } from "react-hook-form";
import { words as recordWords } from "~/roster/record/words";
import { words as rosterWords } from "~/roster/words";
import { useWords } from "~/ui/language";
import { TextLink } from "~/ui/text-link";
import type { MergeField } from "./merge";
import type { MergePreview } from "./merge-preview.server";
import { words as doubleWords } from "./words";

export function MergeFields({ preview }: { preview: MergePreview }) {
  const words = useWords(doubleWords);
  const { genders, theory } = useWords(rosterWords);
  const privateWords: Record<string, string> = useWords(recordWords).private.fields;
  const { one, other, accounts, privateDiffers } = preview;
  const show = (field: MergeField, value: string | null) =>
    value === null
      ? null
      : field === "gender"
        ? genders[value as keyof typeof genders]
        : field === "politicalTheory"
          ? theory[value as keyof typeof theory]
          : value;
  return (
    <div className="overflow-hidden rounded-card border border-line bg-paper">
      <div className="grid grid-cols-[9rem_1fr_1fr] gap-x-4 border-b border-line px-5 py-3 phone:grid-cols-2 phone:px-4">
        <span className="phone:hidden" />
        <Head title={words.merge.one} note={words.merge.kept} id={one.id} open={words.merge.openRecord} />
        <Head title={words.merge.other} note={words.merge.gone} id={other.id} open={words.merge.openRecord} />
      </div>
      {preview.fields.filter(isKnown).map(({ field, one, other }) => (
        <Row
          key={field}
          name={`fields.${field}`}
          label={words.fields[field]}
          one={show(field, one)}
          other={show(field, other)}
          both={field === "note" && one && other && one !== other ? words.merge.both : undefined}
        />
      ))}
      {privateDiffers.length > 0 && (
        <Row
          name="private"
          label={words.merge.private}
          note={words.merge.privateDiffers(
            privateDiffers
              .map((field) => privateWords[field === "photoId" ? "photo" : field] ?? field)
              .join(", "),
          )}
          one={words.merge.one}
          other={words.merge.other}
        />
      )}
      {accounts.one && accounts.other && (
        <Row
          name="account"
          label={words.merge.account}
          note={words.merge.accountsBoth(accounts.other)}
          one={accounts.one}
          other={accounts.other}
        />
      )}
    </div>
  );
}

/** What neither record tells needs no row. */
function isKnown({ one, other }: { one: string | null; other: string | null }): boolean {
  return one !== null || other !== null;
}

function Head({ title, note, id, open }: { title: string; note: string; id: string; open: string }) {
  return (
    <div className="min-w-0">
      <p className="font-semibold">{title}</p>
      <p className="text-caption text-soft">{note}</p>
      <TextLink to={`/roster/${id}`}>{open}</TextLink>
    </div>
  );
}

interface RowProps {
  name: string;
  label: string;
  note?: ReactNode;
  one: string | null;
  other: string | null;
  both?: string;
}

function Row({ name, label, note, one, other, both }: RowProps) {
  const { merge } = useWords(doubleWords);
  const labelId = useId();
  const isSame = one === other;
  const state = isSame ? merge.same : one === null || other === null ? merge.onlyHere : merge.differs;
  return (
    <fieldset
      aria-labelledby={labelId}
      className="grid grid-cols-[9rem_1fr_1fr] gap-x-4 gap-y-1 border-t border-line px-5 py-2.5 first:border-t-0 phone:grid-cols-2 phone:px-4"
    >
      <p id={labelId} className="phone:col-span-2">
        <span className="block text-table text-soft">{label}</span>
        <span className={`block text-caption ${isSame ? "text-soft" : "font-semibold"}`}>{state}</span>
      </p>
      {isSame ? (
        <p className="col-span-2 min-w-0 break-words">{one ?? <Nothing />}</p>
      ) : (
        <>
          <Choice name={name} value="one">
            {one ?? <Nothing />}
          </Choice>
          <Choice name={name} value="other">
            {other ?? <Nothing />}
          </Choice>
          {both && (
            <div className="col-span-2 col-start-2 phone:col-start-1">
              <Choice name={name} value="both">
                {both}
              </Choice>
            </div>
          )}
        </>
      )}
      {note && <p className="col-span-2 col-start-2 text-caption text-soft phone:col-start-1">{note}</p>}
    </fieldset>
  );
}

function Nothing() {
  const { merge } = useWords(doubleWords);
  return <span className="text-soft italic">{merge.nothing}</span>;
}

export function Choice({ name, value, children }: { name: string; value: string; children: ReactNode }) {
  const { register } = useFormContext();
  return (
    <label className="flex min-h-9 min-w-0 cursor-pointer items-start gap-2.5 rounded-control py-1 has-checked:font-semibold phone:min-h-11">
      <input
        type="radio"
        value={value}
        {...register(name)}
        className="mt-0.5 size-5 shrink-0 accent-accent"
      />
      <span className="min-w-0 break-words whitespace-pre-line">{children}</span>
    </label>
  );
}
