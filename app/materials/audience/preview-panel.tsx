/** Whom the rules cover today: how many, who of them has no account, by unit and by role, and what to mind. */
import { speakerRoleWords } from "~/roster";
import { useLanguage, useWords } from "~/ui/language";
import { Notice } from "~/ui/notice";
import { showNumber } from "~/ui/number";
import { Card, Section } from "~/ui/page";
import { TextLink } from "~/ui/text-link";
import type { Counted } from "./audience-page.server";
import { words as audienceWords } from "./words";

interface PreviewPanelProps {
  materialId: string;
  counted: Counted;
  isLate: boolean;
  /** The form holds what is not kept: lists show what is. */
  isChanged: boolean;
  hasRules: boolean;
}

export function PreviewPanel({ materialId, counted, isLate, isChanged, hasRules }: PreviewPanelProps) {
  const words = useWords(audienceWords).preview;
  const language = useLanguage();
  const number = (value: number) => showNumber(value, language);
  const { people, withoutAccount, excluded, problem } = counted;
  return (
    <Section title={words.title}>
      <Card>
        <div className="flex flex-col gap-4" aria-busy={isLate}>
          <p role="status" className={isLate ? "opacity-60" : undefined}>
            <strong className="block text-title font-bold tabular-nums">
              {words.people(number(people))}
            </strong>
            <span className="text-soft">
              {people === 0
                ? null
                : withoutAccount > 0
                  ? words.without(number(withoutAccount))
                  : words.allHaveAccounts}
            </span>
          </p>
          {problem && <Notice tone="red">{problem}</Notice>}
          {hasRules && people === 0 && !isLate && <Notice tone="amber">{words.nobody}</Notice>}
          {excluded > 0 && <Notice tone="amber">{words.excludes(number(excluded))}</Notice>}
          {isChanged && <p className="text-caption text-soft">{words.unsaved}</p>}
          {people > 0 && <Counts counted={counted} />}
          {!isChanged && people > 0 && (
            <p className="flex flex-col items-start gap-1">
              <TextLink to={`/materials/${materialId}/audience/people`}>{words.seeAll}</TextLink>
              {withoutAccount > 0 && (
                <TextLink to={`/materials/${materialId}/audience/people?account=none`}>
                  {words.seeWithout}
                </TextLink>
              )}
            </p>
          )}
          <p className="text-caption text-soft">{words.live}</p>
        </div>
      </Card>
    </Section>
  );
}

function Counts({ counted: { byUnit, byRole, units } }: { counted: Counted }) {
  const words = useWords(audienceWords).preview;
  const { roles } = useWords(speakerRoleWords);
  const language = useLanguage();
  const byRoleRows = [
    { id: "rapporteur", name: roles.rapporteur, people: byRole.rapporteur },
    { id: "communicator", name: roles.communicator, people: byRole.communicator },
    { id: "staff", name: words.staff, people: byRole.staff },
  ].filter(({ people }) => people > 0);
  return (
    <>
      <CountTable caption={words.byRole} rows={byRoleRows} />
      <CountTable caption={words.byUnit} rows={byUnit} />
      {units > byUnit.length && (
        <p className="text-caption text-soft">
          {words.moreUnits(showNumber(units - byUnit.length, language))}
        </p>
      )}
    </>
  );
}

interface CountTableProps {
  caption: string;
  rows: { id: string; name: string; people: number }[];
}

function CountTable({ caption, rows }: CountTableProps) {
  const language = useLanguage();
  return (
    <table className="w-full text-table">
      <caption className="pb-1 text-left text-caption font-semibold text-soft">{caption}</caption>
      <tbody className="divide-y divide-line">
        {rows.map(({ id, name, people }) => (
          <tr key={id}>
            <th scope="row" className="py-1.5 pr-3 text-left font-normal">
              {name}
            </th>
            <td className="py-1.5 text-right tabular-nums">{showNumber(people, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
