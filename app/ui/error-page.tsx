/** What a person sees when a page cannot be shown: why, and what to do. */
import { isRouteErrorResponse, useLocation, useRouteError } from "@remix-run/react";
import { House, LogIn, RotateCw } from "lucide-react";
import { useEffect, useState } from "react";
import { Button, ButtonLink } from "./button";
import { useWords } from "./language";
import { useDrawing } from "./nonce";
import { useTitle } from "./title";
import { uiWords } from "./words";

export function ErrorPage() {
  const words = useWords(uiWords);
  const { pathname, search } = useLocation();
  const problem = useProblem();
  useTitle(problem.title);
  const requestId = useRequestId();
  return (
    <main className="mx-auto flex min-h-dvh max-w-xl flex-col items-start justify-center gap-4 px-6 py-12">
      {problem.code && <p className="font-semibold text-soft">{problem.code}</p>}
      <h1 className="text-title font-bold">{problem.title}</h1>
      <p>{problem.text}</p>
      {problem.unexpected && requestId && (
        <p className="text-soft" data-request-id={requestId}>
          {words.failedId(requestId)}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {problem.code === 401 ? (
          <ButtonLink
            variant="primary"
            icon={LogIn}
            to={`/sign-in?to=${encodeURIComponent(pathname + search)}`}
            reloadDocument
          >
            {words.signInAgain}
          </ButtonLink>
        ) : (
          <>
            {problem.mayPass && (
              <Button variant="primary" icon={RotateCw} onPress={() => location.reload()}>
                {words.tryAgain}
              </Button>
            )}
            <ButtonLink icon={House} to="/" reloadDocument>
              {words.toHome}
            </ButtonLink>
          </>
        )}
      </div>
    </main>
  );
}

interface Problem {
  code?: number;
  title: string;
  text: string;
  /** Trying again may help. */
  mayPass?: boolean;
  unexpected?: boolean;
}

function useProblem(): Problem {
  const words = useWords(uiWords);
  const error = useRouteError();
  if (!isRouteErrorResponse(error)) {
    const noNetwork = typeof navigator !== "undefined" && navigator.onLine === false;
    if (noNetwork) return { title: words.offline, text: words.offlineText, mayPass: true };
    return { title: words.failed, text: words.failedText, mayPass: true, unexpected: true };
  }
  const code = error.status;
  if (code === 401) return { code, title: words.sessionOver, text: words.sessionOverText };
  if (code === 403)
    return { code, title: words.notAllowed, text: reasonOf(error.data) ?? words.notAllowedText };
  if (code === 404) return { code, title: words.notFound, text: words.notFoundText };
  if (code === 429)
    return { code, title: words.tooMany, text: reasonOf(error.data) ?? words.tooManyText, mayPass: true };
  if (code === 503) return { code, title: words.notReady, text: words.notReadyText, mayPass: true };
  return { code, title: words.failed, text: words.failedText, mayPass: true, unexpected: true };
}

/** The words that came with the refusal. */
function reasonOf(answer: unknown): string | undefined {
  if (typeof answer === "string" && answer) return answer;
  if (typeof answer === "object" && answer !== null && "reason" in answer) return String(answer.reason);
  return undefined;
}

/** From the last answer's Server-Timing header; while the page wakes, what the server drew, since both must draw the same. */
function useRequestId(): string | undefined {
  const { requestId } = useDrawing();
  const [id, setId] = useState(() => requestId ?? drawnRequestId());
  useEffect(() => setId((drawn) => lastRequestId() ?? drawn), []);
  return id;
}

function drawnRequestId(): string | undefined {
  return globalThis.document?.querySelector<HTMLElement>("[data-request-id]")?.dataset.requestId;
}

function lastRequestId(): string | undefined {
  const entries = [
    ...performance.getEntriesByType("navigation"),
    ...performance.getEntriesByType("resource"),
  ];
  return (entries as PerformanceResourceTiming[])
    .flatMap((entry) => entry.serverTiming ?? [])
    .findLast(({ name }) => name === "request")?.description;
}
