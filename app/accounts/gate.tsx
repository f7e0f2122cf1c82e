/** The frame of the pages before the door: signing in, activating, setting up. */
import type { ReactNode } from "react";
import { useWords } from "~/ui/language";
import { useTitle } from "~/ui/title";
import { words } from "./words";

export function Gate({
  title,
  summary,
  children,
  wide = false,
}: {
  title: string;
  summary?: string;
  children: ReactNode;
  wide?: boolean;
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
      </div>
    </main>
  );
}
