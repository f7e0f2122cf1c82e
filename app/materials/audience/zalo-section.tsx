/** What to paste into a Zalo group, and the same address as a square for a slide or a wall. */
import { CopyButton } from "~/ui/copy-button";
import { useWords } from "~/ui/language";
import { Card, Section } from "~/ui/page";
import { words as audienceWords } from "./words";

export function ZaloSection({ text, square }: { text: string; square: string }) {
  const { zalo: words } = useWords(audienceWords);
  return (
    <Section title={words.title}>
      <Card>
        <div className="flex flex-wrap items-start gap-5">
          <div className="flex min-w-0 flex-1 basis-72 flex-col items-start gap-3">
            <p className="text-soft">{words.help}</p>
            <p className="w-full rounded-card bg-ground p-4 whitespace-pre-line wrap-anywhere">{text}</p>
            <CopyButton text={text} label={words.copy} />
          </div>
          <img src={square} alt={words.square} className="size-40 rounded-card border border-line bg-white" />
        </div>
      </Card>
    </Section>
  );
}
