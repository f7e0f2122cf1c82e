/** What changed from one version to the next: each file, its pages, the words on them. */
import type { PageChange } from "~/materials/text/comparing/compare";
import { Badge, type Tone } from "~/ui/badge";
import { useWords } from "~/ui/language";
import { Section } from "~/ui/page";
import type { FileComparison } from "./comparison.server";
import { words as versionWords } from "./words";

const tones: Record<PageChange["kind"], Tone> = {
  same: "neutral",
  changed: "amber",
  new: "green",
  gone: "red",
};

export function ComparisonView({ files }: { files: FileComparison[] }) {
  const { compare } = useWords(versionWords);
  if (files.length === 0) return <p className="text-soft">{compare.noFiles}</p>;
  return files.map(({ name, kind, formerName, pages }) => {
    const same = pages.filter((page) => page.kind === "same").length;
    return (
      <Section
        key={`${kind} ${name}`}
        title={name}
        actions={<Badge tone={tones[kind]}>{compare.files[kind]}</Badge>}
      >
        {formerName && <p className="text-caption text-soft">{compare.formerly(formerName)}</p>}
        {kind === "changed" && (
          <ol className="flex flex-col gap-3">
            {pages.map((page) => page.kind !== "same" && <PageLine key={keyOf(page)} page={page} />)}
          </ol>
        )}
        {(kind === "changed" || kind === "same") && (
          <p className="text-caption text-soft">{compare.same(same)}</p>
        )}
      </Section>
    );
  });
}

function PageLine({ page }: { page: Exclude<PageChange, { kind: "same" }> }) {
  const { compare } = useWords(versionWords);
  return (
    <li className="rounded-card border border-line bg-paper px-5 py-4 phone:px-4">
      <p className="mb-2 flex flex-wrap items-center gap-2">
        <span className="font-semibold">{compare.page("to" in page ? page.to : page.from)}</span>
        <Badge tone={tones[page.kind]}>{compare.pages[page.kind]}</Badge>
      </p>
      {page.kind === "changed" ? (
        <Marks marks={page.marks} />
      ) : (
        <p className="whitespace-pre-line wrap-anywhere">{page.text}</p>
      )}
    </li>
  );
}

function Marks({ marks }: { marks: Extract<PageChange, { kind: "changed" }>["marks"] }) {
  const { compare } = useWords(versionWords);
  if (marks.length === 0) return <p className="text-soft">{compare.tooMuch}</p>;
  return (
    <p className="wrap-anywhere">
      {marks.map(({ kind, text }, at) =>
        kind === "same" ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: runs of words never move
          <span key={at}>{text} </span>
        ) : kind === "added" ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <ins key={at} className="bg-green-soft">
            {`${text} `}
          </ins>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <del key={at} className="bg-red-soft">
            {`${text} `}
          </del>
        ),
      )}
    </p>
  );
}

function keyOf(page: PageChange): string {
  return `${page.kind} ${"from" in page ? page.from : ""} ${"to" in page ? page.to : ""}`;
}
