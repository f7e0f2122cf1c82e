/** One person on the list of an act, with the controls that concern only them. */
import { X } from "lucide-react";
import { type ReleaseReason, releaseReasons, roles } from "~/roster/appointment";
import { words as rosterWords } from "~/roster/words";
import { IconButton } from "~/ui/button";
import { PlainComboboxField } from "~/ui/field";
import { useWords } from "~/ui/language";
import { TwoFacts } from "~/ui/table";
import { levels, levelWords, PlainUnitPicker } from "~/units";
import type { LineInput, Outcome } from "./act";
import type { ActKind } from "./act-lines";
import { actWords } from "./act-words";
import type { Candidate } from "./candidates";

interface ActRowProps {
  kind: ActKind;
  line: LineInput;
  person: Candidate | undefined;
  outcome: Outcome | undefined;
  onChange: (change: Partial<LineInput>) => void;
  onRemove: () => void;
}

export function ActRow({ kind, line, person, outcome, onChange, onRemove }: ActRowProps) {
  const words = useWords(actWords);
  const name = person?.fullName ?? "…";
  const second = [person?.birthYear, person?.position, person?.unitName].filter(Boolean).join(" · ");
  const isTicked = line.does === "renew";
  return (
    <tr>
      <td className="name">
        <span className="flex items-start gap-3">
          {kind === "renewal" && (
            <label className="-m-3 shrink-0 p-3">
              <input
                type="checkbox"
                aria-label={words.renews(name)}
                checked={isTicked}
                onChange={(event) => onChange({ does: event.target.checked ? "renew" : "lapse", reason: "" })}
                className="mt-0.5 block size-5 accent-accent"
              />
            </label>
          )}
          <span className="min-w-0 flex-1">
            <TwoFacts first={name} second={second} />
          </span>
          {kind !== "renewal" && (
            <span className="hidden phone:block">
              <IconButton icon={X} label={words.remove(name)} onPress={onRemove} />
            </span>
          )}
        </span>
      </td>
      <td data-label={words.before}>{outcome && <Texts texts={outcome.before} />}</td>
      <td data-label={words.after}>
        {outcome && <Texts texts={outcome.after} />}
        {outcome?.problems.map((problem) => (
          <p key={problem} className="text-table font-medium text-red">
            {problem}
          </p>
        ))}
        {outcome?.warnings.map((warning) => (
          <p key={warning} className="text-caption text-amber">
            {warning}
          </p>
        ))}
      </td>
      <td data-label={words.change}>
        <span className="flex items-start gap-2">
          <span className="min-w-0 flex-1">
            <RowControls {...{ kind, line, name, onChange }} newcomer={person?.newcomer} />
          </span>
          {kind !== "renewal" && (
            <span className="phone:hidden">
              <IconButton icon={X} label={words.remove(name)} onPress={onRemove} />
            </span>
          )}
        </span>
      </td>
    </tr>
  );
}

function Texts({ texts }: { texts: string[] }) {
  return texts.map((text) => <p key={text}>{text}</p>);
}

interface RowControlsProps extends Pick<ActRowProps, "kind" | "line" | "onChange"> {
  name: string;
  newcomer?: Candidate["newcomer"];
}

function RowControls({ kind, line, name, newcomer, onChange }: RowControlsProps) {
  const words = useWords(actWords);
  const roster = useWords(rosterWords);
  if (kind === "renewal" && line.does !== "renew") {
    return (
      <RowSelect
        label={words.otherwise(name)}
        value={line.does === "release" ? (line.reason ?? "") : ""}
        empty={words.lapse}
        options={releaseReasons.map((value) => ({ value, label: words.releaseFor(roster.reasons[value]) }))}
        onChoose={(reason) =>
          onChange(
            reason ? { does: "release", reason: reason as ReleaseReason } : { does: "lapse", reason: "" },
          )
        }
      />
    );
  }
  if (kind === "release" || kind === "replacement") {
    return (
      <span className="flex min-w-56 flex-col gap-2 phone:min-w-0">
        {kind === "replacement" && (
          <PlainComboboxField
            name={`newcomer-${line.speakerId}`}
            label={words.newcomer}
            source="/roster/choices"
            chosen={newcomer && newcomer.id === line.newcomerId ? newcomer : null}
            onChoose={(choice) => onChange({ newcomerId: choice?.id ?? "" })}
          />
        )}
        <RowSelect
          label={`${words.reason}: ${name}`}
          value={line.reason ?? ""}
          empty={words.asForAll}
          options={releaseReasons.map((value) => ({ value, label: roster.reasons[value] }))}
          onChoose={(reason) => onChange({ reason: reason as ReleaseReason | "" })}
        />
      </span>
    );
  }
  return <SeatControls line={line} name={name} onChange={onChange} />;
}

function SeatControls({ line, name, onChange }: Omit<RowControlsProps, "kind" | "newcomer">) {
  const words = useWords(actWords);
  const roster = useWords(rosterWords);
  const level = useWords(levelWords);
  return (
    <details open={Boolean(line.unitId || line.role || line.level)}>
      <summary
        aria-label={`${words.changeOpen}: ${name}`}
        className="inline-flex min-h-control cursor-pointer items-center text-table font-semibold whitespace-nowrap text-accent"
      >
        {words.changeOpen}
      </summary>
      <span className="flex min-w-56 flex-col gap-2 pb-2 phone:min-w-0">
        <RowSelect
          label={`${words.role}: ${name}`}
          value={line.role ?? ""}
          empty={`${words.role}: ${words.asForAll}`}
          options={roles.map((value) => ({ value, label: roster.roles[value] }))}
          onChoose={(role) => onChange({ role: role as LineInput["role"] })}
        />
        <RowSelect
          label={`${words.level}: ${name}`}
          value={line.level ?? ""}
          empty={`${words.level}: ${words.asForAll}`}
          options={levels.map((value) => ({ value, label: level[value] }))}
          onChoose={(chosen) => onChange({ level: chosen as LineInput["level"] })}
        />
        <PlainUnitPicker
          name={`unit-${line.speakerId}`}
          label={words.unit}
          onChoose={(choice) => onChange({ unitId: choice?.id ?? "" })}
        />
      </span>
    </details>
  );
}

interface RowSelectProps {
  label: string;
  value: string;
  empty: string;
  options: { value: string; label: string }[];
  onChoose: (value: string) => void;
}

function RowSelect({ label, value, empty, options, onChoose }: RowSelectProps) {
  return (
    <select
      aria-label={label}
      value={value}
      onChange={(event) => onChoose(event.target.value)}
      className="control min-h-control min-w-44 py-1 text-table phone:min-w-0"
    >
      <option value="">{empty}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
