/** From which term's list a renewal begins: each is one press away. */
import { showDay } from "~/platform/clock";
import { ButtonLink } from "~/ui/button";
import { useWords } from "~/ui/language";
import type { TermChoice } from "./act-common-fields";
import { actWords } from "./act-words";

export function TermSources({ terms, chosen }: { terms: TermChoice[]; chosen: string | null }) {
  const words = useWords(actWords);
  if (terms.length === 0) return null;
  return (
    <div className="flex flex-col gap-1.5">
      <p className="font-medium">{words.fromTerm}</p>
      <p className="text-caption text-soft">{words.fromTermHelp}</p>
      <div className="flex flex-wrap gap-2">
        {terms.map(({ id, name, endsOn }) => (
          <ButtonLink key={id} to={`?from=${id}`} variant={id === chosen ? "primary" : "secondary"}>
            {name} ({showDay(endsOn)})
          </ButtonLink>
        ))}
      </div>
    </div>
  );
}
