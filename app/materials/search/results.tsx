/** What a search in materials found: one card a document, with its best pages. */
import { words as materialWords } from "~/materials/words";
import { showDay } from "~/platform/clock";
import { Badge } from "~/ui/badge";
import { useWords } from "~/ui/language";
import { Link } from "~/ui/link";
import { Marked } from "./marked";
import type { FoundDocument, FoundPage } from "./search.server";
import { words as searchWords } from "./words";

export function Results({ documents, q }: { documents: FoundDocument[]; q: string }) {
  return (
    <ol className="flex max-w-3xl flex-col gap-3">
      {documents.map((document) => (
        <li key={document.id}>
          <DocumentCard document={document} q={q} />
        </li>
      ))}
    </ol>
  );
}

function DocumentCard({ document, q }: { document: FoundDocument; q: string }) {
  const words = useWords(searchWords);
  const { kinds } = useWords(materialWords);
  const { id, title, number, issuer, issuedOn, kind, hitPages, pages } = document;
  const isOneFile = new Set(pages.map(({ fileId }) => fileId)).size < 2;
  const facts = [
    kinds[kind],
    number.length > 0 && <Marked key="number" pieces={number} />,
    issuer,
    issuedOn && showDay(issuedOn),
    hitPages > 0 && words.inPages(hitPages),
  ].filter(Boolean);
  return (
    <article className="flex flex-col gap-1 rounded-card border border-line bg-paper p-4">
      <Badges document={document} />
      <h2 className="text-section font-semibold">
        <Link to={`/library/${id}`} className="inline-block py-1 hover:underline">
          <Marked pieces={title} />
        </Link>
      </h2>
      <p className="text-table text-soft">
        {facts.map((fact, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they never move
          <span key={place}>
            {place > 0 && " · "}
            {fact}
          </span>
        ))}
      </p>
      {pages.length > 0 && (
        <ul className="-mx-2 mt-1 flex flex-col">
          {pages.map((page) => (
            <li key={`${page.fileId} ${page.page}`}>
              <PageLink documentId={id} page={page} q={q} isOneFile={isOneFile} />
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}

function PageLink({ documentId, page: { fileId, fileName, page, pieces }, q, isOneFile }: PageLinkProps) {
  const words = useWords(searchWords);
  return (
    <Link
      to={`/library/${documentId}/files/${fileId}?${new URLSearchParams({ page: String(page), q })}`}
      className="grid min-h-control grid-cols-[4.5rem_minmax(0,1fr)] gap-x-2 rounded-control px-2 py-2 hover:bg-hover phone:grid-cols-1"
    >
      <span className="text-table font-semibold whitespace-nowrap text-accent">{words.page(page)}</span>
      <span className="text-table [overflow-wrap:anywhere]">
        {!isOneFile && <span className="block text-caption text-soft">{fileName}</span>}
        <Marked pieces={pieces} />
      </span>
    </Link>
  );
}

interface PageLinkProps {
  documentId: string;
  page: FoundPage;
  q: string;
  /** Else each page says which of the files it is in. */
  isOneFile: boolean;
}

function Badges({
  document: { state, isCurrent, version, isExpired, isSuperseded },
}: {
  document: FoundDocument;
}) {
  const words = useWords(searchWords);
  const { states } = useWords(materialWords);
  const isOut = state === "published";
  if (isOut && isCurrent && !isExpired && !isSuperseded) return null;
  return (
    <p className="flex flex-wrap gap-1">
      {!isOut && <Badge tone={state === "withdrawn" ? "red" : "neutral"}>{states[state]}</Badge>}
      {isOut && !isCurrent && <Badge tone="neutral">{words.version(version)}</Badge>}
      {isSuperseded && <Badge tone="amber">{words.superseded}</Badge>}
      {isExpired && <Badge tone="amber">{words.expired}</Badge>}
    </p>
  );
}
