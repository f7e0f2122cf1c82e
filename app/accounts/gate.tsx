/** The frame of the pages before the door: signing in, activating, setting up. */
import type { ReactNode } from "react";
import { useLanguage, useWords } from "~/ui/language";
import { useTitle } from "~/ui/title";
import { words } from "./words";

export function Gate({
  title,
  summary,
  children,
  wide = false,
  at = "/",
}: {
  title: string;
  summary?: string;
  children: ReactNode;
  wide?: boolean;
  /** Where a change of the language leads back to. */
  at?: string;
}) {
  const { product } = useWords(words);
  useTitle(title);
  return (
    <main className="flex min-h-dvh flex-col items-center px-4 py-12 phone:py-6">
      <div className={`flex w-full flex-col gap-6 ${wide ? "max-w-3xl" : "max-w-md"}`}>
        <p className="flex items-center gap-3 font-semibold print:hidden">
          <span
            aria-hidden
            className="flex size-10 items-center justify-center rounded-card bg-brand text-caption font-bold text-on-brand"
          >
            BCV
          </span>
          {product}
        </p>
        <div className="flex flex-col gap-1">
          <h1 className="text-title font-bold">{title}</h1>
          {summary && <p className="text-soft">{summary}</p>}
        </div>
        {children}
        <LanguageChoice to={at} />
      </div>
    </main>
  );
}

function LanguageChoice({ to }: { to: string }) {
  const { vietnamese, english } = useWords(words);
  const language = useLanguage();
  const other = language === "vi" ? "en" : "vi";
  return (
    <form method="post" action="/language" className="print:hidden">
      <input type="hidden" name="to" value={to} />
      <button
        type="submit"
        name="language"
        value={other}
        lang={other}
        className="inline-flex min-h-control items-center text-table text-soft hover:text-ink hover:underline"
      >
        {other === "en" ? english : vietnamese}
      </button>
    </form>
  );
}
