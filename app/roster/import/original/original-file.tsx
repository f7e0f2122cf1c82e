/** The file as it came in: how large, its checksum, and the way to have it again. */
import { Download } from "lucide-react";
import type { ImportPage } from "~/roster/import/import-page.server";
import { ButtonLink } from "~/ui/button";
import { useLanguage, useWords } from "~/ui/language";
import { showNumber } from "~/ui/number";
import { Facts, Section } from "~/ui/page";
import { ThrowAway } from "./throw-away";
import { words as originalWords } from "./words";

interface OriginalFileProps {
  id: string;
  file: ImportPage["file"];
  isRemovable: boolean;
}

export function OriginalFile({ id, file, isRemovable }: OriginalFileProps) {
  const words = useWords(originalWords);
  const language = useLanguage();
  return (
    <Section
      title={words.title}
      actions={
        <span className="flex flex-wrap gap-2">
          {isRemovable && <ThrowAway id={id} fileName={file.name} />}
          <ButtonLink to={`/roster/import/${id}/file`} icon={Download} reloadDocument download>
            {words.download}
          </ButtonLink>
        </span>
      }
    >
      <Facts
        facts={[
          { label: words.name, value: file.name },
          { label: words.size, value: words.bytes(showNumber(file.size, language)) },
          {
            label: words.sha256,
            value: <code className="font-sans text-caption break-all tabular-nums">{file.sha256}</code>,
          },
        ]}
      />
    </Section>
  );
}
