/** A reader's list: what waits for their word, what is new, and the rest by month; one card each. */
import { BookOpen, Download } from "lucide-react";
import { words as materialWords } from "~/materials/words";
import { showDay, today } from "~/platform/clock";
import { Badge, type Tone } from "~/ui/badge";
import { ButtonLink } from "~/ui/button";
import { useLanguage, useWords } from "~/ui/language";
import { Link } from "~/ui/link";
import { factsOf, readingPath, weightOf } from "./file-facts";
import type { LibraryRow } from "./library.server";
import { words as readingWords } from "./words";

export function LibraryList({ rows }: { rows: LibraryRow[] }) {
  const words = useWords(readingWords);
  const groups: { title: string; rows: LibraryRow[] }[] = [];
  for (const row of rows) {
    const title = row.part === "rest" ? words.month(row.month) : words.parts[row.part];
    const last = groups.at(-1);
    if (last?.title === title) last.rows.push(row);
    else groups.push({ title, rows: [row] });
  }
  return groups.map((group) => (
    <section key={group.title} aria-label={group.title} className="flex max-w-3xl flex-col gap-3">
      <h2 className="text-section font-semibold text-soft">{group.title}</h2>
      <ul className="flex flex-col gap-3">
        {group.rows.map((row) => (
          <li key={row.id}>
            <LibraryCard row={row} />
          </li>
        ))}
      </ul>
    </section>
  ));
}

function LibraryCard({ row }: { row: LibraryRow }) {
  const words = useWords(readingWords);
  const { kinds } = useWords(materialWords);
  const language = useLanguage();
  const { id, title, kind, part, fileId, format, files, size, lastPage, lastFileId } = row;
  const facts = [
    files > 1 ? words.files(files) : factsOf(row, language),
    lastPage && lastPage > 1 && words.readTo(lastPage),
    kinds[kind as keyof typeof kinds],
  ];
  const isOwn = format && !["link", "audio", "video"].includes(format);
  return (
    <article className="relative flex flex-col gap-1.5 rounded-card border border-line bg-paper p-4 hover:border-edge">
      <Badges row={row} />
      <h3 className="text-section font-semibold phone:text-[1.0625rem]">
        <Link to={`/library/${id}`} className="after:absolute after:inset-0 after:rounded-card">
          {title}
        </Link>
      </h3>
      <p className="text-table text-soft">{facts.filter(Boolean).join(" · ")}</p>
      {part === "due" && fileId && isOwn && (
        <div className="relative mt-2 grid grid-cols-2 gap-2 sm:flex">
          <ButtonLink
            variant="primary"
            icon={BookOpen}
            to={readingPath(id, { id: lastFileId ?? fileId }, lastPage)}
          >
            {words.read}
          </ButtonLink>
          {files === 1 && (
            <a href={`/materials/files/${fileId}/download`} className="button button-secondary">
              <Download aria-hidden size={20} strokeWidth={1.75} />
              {words.download}
              <span className="sr-only">{weightOf({ format, size }, language)}</span>
            </a>
          )}
        </div>
      )}
    </article>
  );
}

function Badges({ row }: { row: LibraryRow }) {
  const { badges } = useWords(readingWords);
  const day = today();
  const marks: [Tone, string][] = [];
  const { acknowledgeBy, part } = row;
  if (acknowledgeBy && part === "due") {
    const shown = showDay(acknowledgeBy);
    marks.push(["red", acknowledgeBy < day ? badges.late(shown) : badges.due(shortDay(shown, day))]);
  }
  if (!row.isOpened && part !== "rest" && row.version > 1)
    marks.push(["neutral", badges.changed(row.version)]);
  else if (!row.isOpened && part === "fresh") marks.push(["blue", badges.fresh]);
  if (row.isSuperseded) marks.push(["amber", badges.superseded]);
  if (row.isExpired) marks.push(["amber", badges.expired]);
  if (row.hasAcknowledged) marks.push(["green", badges.acknowledged]);
  if (row.isSaved) marks.push(["neutral", badges.saved]);
  if (marks.length === 0) return null;
  return (
    <p className="flex flex-wrap gap-1.5">
      {marks.map(([tone, label]) => (
        <Badge key={label} tone={tone}>
          {label}
        </Badge>
      ))}
    </p>
  );
}

/** Without the year where it is this one: "25/11". */
function shortDay(shown: string, day: string): string {
  return shown.endsWith(day.slice(0, 4)) ? shown.slice(0, 5) : shown;
}
