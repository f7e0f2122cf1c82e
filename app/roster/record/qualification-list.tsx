/** The qualifications of a person: what, by whom, and whether it still holds, by word and sign. */
import { CircleAlert, CircleCheck, type LucideIcon, Plus, TriangleAlert } from "lucide-react";
import { showDay, today } from "~/platform/clock";
import { Badge, type Tone } from "~/ui/badge";
import { ButtonLink } from "~/ui/button";
import { useWords } from "~/ui/language";
import { Section } from "~/ui/page";
import { TextLink } from "~/ui/text-link";
import { type Qualification, type QualificationState, qualificationStateOn } from "./qualification";
import { words as recordWords } from "./words";

interface QualificationListProps {
  speakerId: string;
  qualifications: Qualification[];
  mayEdit: boolean;
}

export function QualificationList({ speakerId, qualifications, mayEdit }: QualificationListProps) {
  const words = useWords(recordWords);
  const to = `/roster/${speakerId}/qualifications`;
  return (
    <Section
      title={words.parts.qualifications}
      actions={
        mayEdit && (
          <span className="-my-1.5 -mr-4">
            <ButtonLink to={`${to}/new`} variant="quiet" icon={Plus}>
              <span aria-hidden="true">{words.add}</span>
              <span className="sr-only">{words.addQualification}</span>
            </ButtonLink>
          </span>
        )
      }
    >
      {qualifications.length === 0 ? (
        <p className="text-soft">{words.noQualifications}</p>
      ) : (
        <ul className="divide-y divide-line rounded-card border border-line bg-paper px-5 phone:px-4">
          {qualifications.map((one) => (
            <li key={one.id} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 py-3">
              <div className="min-w-0 flex-1 basis-64">
                <p className="font-medium">
                  {mayEdit ? <TextLink to={`${to}/${one.id}`}>{one.name}</TextLink> : one.name}
                </p>
                <p className="text-table text-soft">
                  {[one.issuer, one.number, one.issuedOn && showDay(one.issuedOn)]
                    .filter(Boolean)
                    .join(" · ")}
                </p>
              </div>
              <Validity expiresOn={one.expiresOn} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

const looks: Record<QualificationState, { tone: Tone; icon: LucideIcon }> = {
  valid: { tone: "green", icon: CircleCheck },
  expiring: { tone: "amber", icon: TriangleAlert },
  expired: { tone: "red", icon: CircleAlert },
};

function Validity({ expiresOn }: Pick<Qualification, "expiresOn">) {
  const words = useWords(recordWords);
  const state = qualificationStateOn({ expiresOn }, today());
  const { tone, icon: Icon } = looks[state];
  const say = { valid: words.validTo, expiring: words.expiringOn, expired: words.expiredOn }[state];
  return (
    <Badge tone={tone}>
      <span className="inline-flex items-center gap-1.5">
        <Icon aria-hidden size={14} className="shrink-0" />
        {expiresOn ? say(showDay(expiresOn)) : words.lasting}
      </span>
    </Badge>
  );
}
