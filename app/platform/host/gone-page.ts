/** The plain page that stands while the database is away; it leans on nothing but itself. */
import { createHash } from "node:crypto";
import type { Response } from "express";
import { words } from "./words.ts";

// The look of app/tailwind.css in a few lines: its file may not be at hand either.
const style = `
:root { color-scheme: light dark; --ground: #fafaf9; --paper: #fff; --line: #e7e5e4; --ink: #1c1917; --soft: #57534e }
@media (prefers-color-scheme: dark) { :root { --ground: #171513; --paper: #201d1b; --line: #35312e; --ink: #f5f3f1; --soft: #bdb7b1 } }
body { min-height: 100dvh; margin: 0; padding: 1rem; box-sizing: border-box; display: grid; place-items: center;
  background: var(--ground); color: var(--ink); font: 1.0625rem/1.5 system-ui, sans-serif }
main { max-width: 32rem; padding: 2rem; border: 1px solid var(--line); border-radius: 12px; background: var(--paper) }
h1 { margin: 0 0 .5rem; font-size: 1.5rem; line-height: 1.3 }
p { margin: 0 }
[lang=en] { margin-top: 1.25rem; padding-top: 1.25rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .9375rem }
`;
const hash = createHash("sha256").update(style).digest("base64");

export function sayDatabaseGone(response: Response): void {
  const { vi, en } = words.databaseGone;
  response
    .status(503)
    .set({
      "Retry-After": "5",
      "Cache-Control": "no-store",
      "Content-Security-Policy": `default-src 'none'; style-src 'sha256-${hash}'; frame-ancestors 'none'`,
    })
    .type("html")
    .send(`<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="5">
<title>${vi.title}</title>
<style>${style}</style>
<main>
<h1>${vi.title}</h1>
<p>${vi.text}</p>
<p lang="en">${en.title}. ${en.text}</p>
</main>
</html>
`);
}
