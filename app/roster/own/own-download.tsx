/** The way to everything that is held about oneself: to read, and as data. */
import { FileDown, FileJson } from "lucide-react";
import type { PrivateField } from "~/roster/record/private";
import { words as recordWords } from "~/roster/record/words";
import { ButtonLink } from "~/ui/button";
import { useWords } from "~/ui/language";
import { Section } from "~/ui/page";
import { words as ownWords } from "./words";

export function OwnDownload({ held }: { held: PrivateField[] }) {
  const words = useWords(ownWords);
  const { fields } = useWords(recordWords).private;
  return (
    <Section title={words.download}>
      <p className="max-w-prose text-soft">{words.downloadHelp}</p>
      {held.length > 0 && (
        <p className="max-w-prose">{words.privateHeld(held.map((field) => fields[field]).join(", "))}</p>
      )}
      <div className="flex flex-wrap gap-2 phone:flex-col">
        <ButtonLink to="/me/export.pdf" download icon={FileDown}>
          {words.pdf}
        </ButtonLink>
        <ButtonLink to="/me/export.json" download icon={FileJson}>
          {words.json}
        </ButtonLink>
      </div>
    </Section>
  );
}
