/** The sensitive fields of a person: masked, each shown on demand for this view only, which the server writes down. */
import { Eye, EyeOff } from "lucide-react";
import type { SpeakerRecord } from "~/roster/speakers.server";
import { Button } from "~/ui/button";
import { useWords } from "~/ui/language";
import { Section } from "~/ui/page";
import { useAnswer } from "~/ui/use-answer";
import { EditLink } from "./overview";
import type { MaskedField } from "./private.server";
import { words as recordWords } from "./words";

interface PrivateFactsProps {
  speaker: Pick<SpeakerRecord, "id" | "fullName">;
  masked: MaskedField[];
  mayReveal: boolean;
}

export function PrivateFacts({ speaker, masked, mayReveal }: PrivateFactsProps) {
  const words = useWords(recordWords);
  return (
    <Section
      title={words.parts.private}
      actions={
        mayReveal && (
          <EditLink to={`/roster/${speaker.id}/private`} label={words.private.edit}>
            {words.edit}
          </EditLink>
        )
      }
    >
      <p className="text-table text-soft">{mayReveal ? words.private.intro : words.private.mayNotReveal}</p>
      <ul className="divide-y divide-line rounded-card border border-line bg-paper px-5 phone:px-4 print:hidden">
        {masked.map((one) => (
          <PrivateFact key={one.field} speaker={speaker} masked={one} mayReveal={mayReveal} />
        ))}
      </ul>
    </Section>
  );
}

function PrivateFact({
  speaker,
  masked: { field, reason, isHeld },
  mayReveal,
}: Omit<PrivateFactsProps, "masked"> & { masked: MaskedField }) {
  const words = useWords(recordWords);
  const { answer, busy, send, refusal } = useAnswer<{ value: string }>(
    `/roster/${speaker.id}/private/${field}/reveal`,
  );
  const label = words.private.fields[field];
  return (
    <li className="flex flex-col gap-1 py-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <span className="basis-36 text-table text-soft">{label}</span>
        <div
          className="flex min-w-0 flex-1 flex-wrap items-center justify-between gap-x-4"
          aria-live="polite"
        >
          {answer ? (
            <Value field={field} value={answer.value} name={speaker.fullName} />
          ) : isHeld ? (
            <>
              <span className="inline-flex items-center gap-2 text-soft">
                <EyeOff aria-hidden size={16} />
                {words.private.masked}
              </span>
              {mayReveal && (
                <Button variant="quiet" icon={Eye} busy={busy} onPress={() => send()}>
                  <span aria-hidden="true">{words.private.reveal}</span>
                  <span className="sr-only">{words.private.revealField(label)}</span>
                </Button>
              )}
            </>
          ) : (
            <span className="text-faint">{words.private.notHeld}</span>
          )}
        </div>
      </div>
      <p className="text-caption text-soft">
        {words.private.why(reason)}
        {answer && ` ${words.private.shownOnce}`}
      </p>
      {refusal && (
        <p role="alert" className="text-table text-red">
          {refusal}
        </p>
      )}
    </li>
  );
}

function Value({ field, value, name }: { field: MaskedField["field"]; value: string; name: string }) {
  const words = useWords(recordWords);
  if (field !== "photo") return <span className="font-medium [overflow-wrap:anywhere]">{value}</span>;
  return (
    <img src={value} alt={words.private.photoOf(name)} className="max-h-72 max-w-full rounded-control" />
  );
}
