/** The text of a file, page by page, for a weak line: nothing but words travels, and no script is needed. */
import { ArrowLeft, ChevronLeft, ChevronRight, Download } from "lucide-react";
import { Marked } from "~/materials/search/marked";
import { useLanguage, useWords } from "~/ui/language";
import { useDrawing } from "~/ui/nonce";
import { Notice } from "~/ui/notice";
import { useTitle } from "~/ui/title";
import { readingPath, weightOf } from "./file-facts";
import type { ReaderFile, TextPage } from "./reader-files.server";
import { words as readingWords } from "./words";

export interface QuickReadProps {
  file: Pick<ReaderFile, "id" | "materialId" | "title" | "name" | "format" | "size" | "pages" | "needsLook">;
  pages: TextPage[];
  /** How many pages the file has, and which of them stand here. */
  count: number;
  from: number;
  to: number;
  isWaiting: boolean;
}

export function QuickRead({ file, pages, count, from, to, isWaiting }: QuickReadProps) {
  const words = useWords(readingWords);
  useTitle(file.title);
  const here = `/library/${file.materialId}/files/${file.id}/text`;
  return (
    <main className="mx-auto flex max-w-2xl flex-col gap-5 px-5 pt-2 pb-10">
      <QuickHead file={file} here={here} count={count} />
      {file.needsLook && <Notice tone="amber">{words.doubtfulFile}</Notice>}
      {count === 0 && <Notice tone="neutral">{isWaiting ? words.noTextYet : words.noText}</Notice>}
      <Chunk
        to={from > 1 ? `${here}?page=${from - 1}#page-${from - 1}` : null}
        label={words.earlier}
        isBack
      />
      {pages.map((page) => (
        <TextOfPage key={page.page} page={page} count={count} />
      ))}
      <Chunk to={to < count ? `${here}?page=${to + 1}#page-${to + 1}` : null} label={words.later} />
      <RememberPlace to={`/library/${file.materialId}/files/${file.id}/place`} />
    </main>
  );
}

function QuickHead({ file, here, count }: Pick<QuickReadProps, "file" | "count"> & { here: string }) {
  const words = useWords(readingWords);
  const language = useLanguage();
  return (
    <header className="flex flex-col gap-3 border-b border-line pb-4">
      <a
        href={`/library/${file.materialId}`}
        className="-ml-2 inline-flex min-h-12 items-center gap-2 self-start px-2 font-semibold text-accent"
      >
        <ArrowLeft aria-hidden size={20} />
        {words.back}
      </a>
      <h1 className="text-[1.375rem] leading-8 font-bold">{file.title}</h1>
      <p className="text-table break-words text-soft">{file.name}</p>
      <div className="flex flex-wrap gap-2">
        {count > 1 && (
          <form action={here} className="flex gap-2">
            <label className="flex items-center gap-2 text-table">
              {words.goTo}
              <input
                type="number"
                name="page"
                min={1}
                max={count}
                required
                inputMode="numeric"
                className="control w-20"
              />
            </label>
            <button type="submit" className="button button-secondary">
              {words.go}
            </button>
          </form>
        )}
        {file.format === "pdf" && (
          <a href={readingPath(file.materialId, file)} className="button button-secondary">
            {words.wholePdf}
          </a>
        )}
        <a href={`/materials/files/${file.id}/download`} className="button button-secondary">
          <Download aria-hidden size={20} strokeWidth={1.75} />
          {words.downloadOf(weightOf(file, language))}
        </a>
      </div>
    </header>
  );
}

function TextOfPage({ page: { page, text, pieces, isDoubtful }, count }: { page: TextPage; count: number }) {
  const words = useWords(readingWords);
  return (
    <section id={`page-${page}`} data-page={page} className="flex scroll-mt-4 flex-col gap-2">
      <h2 className="text-table font-semibold text-soft">
        <a href={`#page-${page}`}>{words.pageOf(page, count)}</a>
      </h2>
      {isDoubtful && <p className="text-table text-amber">{words.doubtful}</p>}
      {text.trim() ? (
        <div className="text-[1.1875rem] leading-[1.65] break-words whitespace-pre-line">
          {pieces ? <Marked pieces={pieces} /> : text}
        </div>
      ) : (
        <p className="text-soft">{words.emptyPage}</p>
      )}
    </section>
  );
}

function Chunk({ to, label, isBack = false }: { to: string | null; label: string; isBack?: boolean }) {
  if (!to) return null;
  return (
    <a href={to} className="button button-secondary self-center">
      {isBack && <ChevronLeft aria-hidden size={20} />}
      {label}
      {!isBack && <ChevronRight aria-hidden size={20} />}
    </a>
  );
}

/** Where scripts run, a few lines tell the server now and then which page is on the screen. */
function RememberPlace({ to }: { to: string }) {
  const { nonce } = useDrawing();
  return (
    <script
      nonce={nonce}
      data-to={to}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of this file
      dangerouslySetInnerHTML={{ __html: remember }}
    />
  );
}

const remember = `{
const to=document.currentScript.dataset.to;let seen=0,told=0;
const look=new IntersectionObserver(all=>{for(const one of all)if(one.isIntersecting)seen=Number(one.target.dataset.page)},{rootMargin:"-40% 0px -55% 0px"});
document.querySelectorAll("[data-page]").forEach(one=>look.observe(one));
const tell=()=>{if(!seen||seen===told)return;told=seen;fetch(to,{method:"POST",keepalive:true,headers:{"Content-Type":"application/json"},body:JSON.stringify({page:seen})}).catch(()=>{})};
setInterval(tell,15000);addEventListener("pagehide",tell);document.addEventListener("visibilitychange",()=>{if(document.hidden)tell()});
}`;
