/** What was read in a file about itself, each with the button that takes it over. */
import { words as materialWords } from "~/materials/words";
import { showDay } from "~/platform/clock";
import { useWords } from "~/ui/language";
import { Section } from "~/ui/page";
import { PostButton } from "~/ui/post-button";
import type { Proposed } from "./proposals";

export function ProposalList({ materialId, proposed }: { materialId: string; proposed: Proposed[] }) {
  const { proposals: words, fields } = useWords(materialWords);
  if (proposed.length === 0) return null;
  const action = `/materials/${materialId}/proposals`;
  return (
    <Section
      title={words.title}
      actions={
        proposed.length > 1 && (
          <PostButton action={action} values={{ field: "all" }} variant="primary">
            {words.takeAll}
          </PostButton>
        )
      }
    >
      <p className="text-soft">{words.help}</p>
      <ul className="divide-y divide-line rounded-card border border-line bg-paper">
        {proposed.map(({ field, value }) => (
          <li
            key={field}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-5 py-3 phone:px-4"
          >
            <span className="min-w-0 flex-1 basis-64">
              <span className="block text-caption text-soft">{fields[field]}</span>
              {field === "issuedOn" ? showDay(value) : value}
            </span>
            <PostButton action={action} values={{ field }}>
              <span aria-hidden="true">{words.take}</span>
              <span className="sr-only">{words.takeOf(fields[field], value)}</span>
            </PostButton>
          </li>
        ))}
      </ul>
    </Section>
  );
}
