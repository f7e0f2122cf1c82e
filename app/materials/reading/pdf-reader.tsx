/** A PDF before its reader: the words of the page at once, its picture as soon as the line has brought it. */
import { ArrowLeft, Download, FileText } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { Marked } from "~/materials/search/marked";
import { Button, ButtonLink } from "~/ui/button";
import { useWords } from "~/ui/language";
import { Link } from "~/ui/link";
import { Notice } from "~/ui/notice";
import { useTitle } from "~/ui/title";
import { quickPath } from "./file-facts";
import { beginPdf } from "./pdf/begin-pdf";
import type { ReaderFile, TextPage } from "./reader-files.server";
import { words as readingWords } from "./words";

export interface PdfReaderProps {
  file: Pick<ReaderFile, "id" | "materialId" | "title">;
  /** The page that is opened, and its words; null: it has none. */
  start: number;
  /** What was typed into the search that led here; empty: nothing. */
  sought: string;
  text: TextPage | null;
  count: number;
}

type Why = "offline" | "notThere" | "broken" | "refused";
type Shown = Awaited<ReturnType<typeof beginPdf>>;

export function PdfReader({ file, start, sought, text, count }: PdfReaderProps) {
  const words = useWords(readingWords);
  useTitle(file.title);
  const [shown, setShown] = useState<Shown | null>(null);
  const [problem, setProblem] = useState<{ why: Why; said?: string } | null>(null);
  // Who reads the words already is not torn out of them.
  const [isAsked, setAsked] = useState(false);
  const here = `/library/${file.materialId}/files/${file.id}`;

  useEffect(() => {
    let close = () => {};
    let isGone = false;
    // After a reload the page stands where it was scrolled to.
    const top = window.scrollY;
    const cut = () => setProblem({ why: "offline" });
    beginPdf(`/materials/files/${file.id}/content`, start, cut).then(
      (found) => {
        close = found.open.close;
        if (isGone) return close();
        setAsked(window.scrollY - top < 120);
        setShown(found);
      },
      (error: { why?: Why; said?: string }) => {
        if (!isGone) setProblem({ why: error.why ?? "offline", said: error.said });
      },
    );
    return () => {
      isGone = true;
      close();
    };
  }, [file.id, start]);

  return (
    <div className="min-h-dvh">
      <ReaderHead file={file} start={start} />
      <main className="flex flex-col gap-3">
        {problem && <Problem {...problem} quick={quickPath(file.materialId, file, start)} />}
        {shown && isAsked ? (
          <shown.View open={shown.open} here={here} start={start} asked={sought} />
        ) : (
          <PageText text={text} start={start} count={count}>
            {shown ? (
              <Button variant="primary" onPress={() => setAsked(true)}>
                {words.wholePdf}
              </Button>
            ) : (
              !problem && (
                <p role="status" data-scripted-only className="text-table text-soft">
                  {words.loadingPages}
                </p>
              )
            )}
          </PageText>
        )}
      </main>
    </div>
  );
}

function ReaderHead({ file, start }: Pick<PdfReaderProps, "file" | "start">) {
  const words = useWords(readingWords);
  return (
    <header className="sticky top-0 z-30 flex items-center gap-1 border-b border-line bg-paper px-1 print:hidden">
      <Link to={`/library/${file.materialId}`} aria-label={words.back} className="icon-button size-12">
        <ArrowLeft aria-hidden size={22} />
      </Link>
      <h1 className="min-w-0 flex-1 truncate font-semibold">{file.title}</h1>
      <Link
        to={quickPath(file.materialId, file, start)}
        reloadDocument
        className="button button-quiet px-2"
        aria-label={words.quick}
      >
        <FileText aria-hidden size={20} />
        <span className="phone:hidden">{words.quick}</span>
      </Link>
      <a
        href={`/materials/files/${file.id}/download`}
        className="button button-quiet px-2"
        aria-label={words.download}
      >
        <Download aria-hidden size={20} />
        <span className="phone:hidden">{words.download}</span>
      </a>
    </header>
  );
}

function Problem({ why, said, quick }: { why: Why; said?: string; quick: string }) {
  const words = useWords(readingWords);
  return (
    <div className="mx-auto w-full max-w-2xl px-4 pt-3">
      <Notice
        tone="amber"
        role="alert"
        title={words.cannotOpen}
        actions={
          <>
            <Button onPress={() => window.location.reload()}>{words.tryAgain}</Button>
            <ButtonLink variant="primary" to={quick} reloadDocument>
              {words.quick}
            </ButtonLink>
          </>
        }
      >
        {said ?? words[why === "refused" ? "broken" : why]}
      </Notice>
    </div>
  );
}

interface PageTextProps extends Pick<PdfReaderProps, "text" | "start" | "count"> {
  children: ReactNode;
}

function PageText({ text, start, count, children }: PageTextProps) {
  const words = useWords(readingWords);
  return (
    <section
      aria-label={words.pageText}
      className="mx-auto flex w-full max-w-2xl flex-col gap-3 px-5 pt-4 pb-16"
    >
      <h2 className="text-table font-semibold text-soft">
        {count > 0 ? words.pageOf(start, count) : words.page(start)}
      </h2>
      {children}
      {text?.isDoubtful && <p className="text-table text-amber">{words.doubtful}</p>}
      <div className="text-[1.125rem] leading-[1.65] break-words whitespace-pre-line">
        {text?.pieces ? <Marked pieces={text.pieces} /> : text?.text.trim() || words.emptyPage}
      </div>
    </section>
  );
}
