/** The page around every page: language, colours, type, scripts, and the one place that shows errors. */

import latin from "@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-400-normal.woff2?url";
import vietnamese from "@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-400-normal.woff2?url";
import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { env } from "~/platform/env";
import { takeToast } from "~/platform/flash.server";
import { languageOf } from "~/platform/words";
import { ErrorPage } from "~/ui/error-page";
import { LanguageProvider } from "~/ui/language";
import { LoadingBar } from "~/ui/loading-bar";
import { useDrawing } from "~/ui/nonce";
import { themeOf } from "~/ui/theme";
import { ToastProvider } from "~/ui/toast";
import { uiWords } from "~/ui/words";
import styles from "./tailwind.css?url";

export const links: LinksFunction = () => [
  ...[vietnamese, latin].map((href) => ({
    rel: "preload",
    href,
    as: "font",
    type: "font/woff2",
    crossOrigin: "anonymous" as const,
  })),
  { rel: "stylesheet", href: styles },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
  { rel: "icon", href: "/favicon.png", type: "image/png", sizes: "48x48" },
  { rel: "apple-touch-icon", href: "/icon-180.png" },
  { rel: "manifest", href: "/manifest.webmanifest" },
];

export async function loader({ request }: LoaderFunctionArgs) {
  const { toast, headers } = await takeToast(request);
  return data(
    { language: languageOf(request), theme: themeOf(request), practice: env.DEMO, toast },
    { headers },
  );
}

export function Layout({ children }: { children: ReactNode }) {
  const { nonce } = useDrawing();
  const known = useRouteLoaderData<typeof loader>("root");
  const language = known?.language ?? "vi";
  // A page may say that it needs no scripts: `export const handle = { isStill: true }`.
  const isStill = useMatches().some(({ handle }) => (handle as { isStill?: boolean } | undefined)?.isStill);
  return (
    <html lang={language} data-theme={known?.theme ?? "system"} suppressHydrationWarning>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        <meta property="csp-nonce" nonce={nonce} suppressHydrationWarning />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of this file */}
        <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: markScripted }} />
        {/* Whatever page is drawn writes its own here: see ~/ui/title. */}
        <title suppressHydrationWarning>{uiWords[language].product}</title>
        <Meta />
        <Links />
      </head>
      <body>
        <LanguageProvider language={language}>
          <ToastProvider toast={known?.toast ?? null}>
            <LoadingBar />
            {children}
          </ToastProvider>
        </LanguageProvider>
        {!isStill && <ScrollRestoration nonce={nonce} />}
        {!isStill && <Scripts nonce={nonce} />}
      </body>
    </html>
  );
}

// Before the first paint: parts that need scripts show from the start, so that nothing jumps.
const markScripted = "document.documentElement.dataset.scripted=''";

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
