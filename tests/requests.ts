/** Requests as a browser sends them, with the session of an actor from `makeActor`. */
import type { Actor } from "~/platform/actor";
import { cookies } from "./factories";

const origin = "http://localhost:3000";
type Someone = Pick<Actor, "userId"> | { cookie: string } | null;

/** `await loader({ request: get("/roster?q=an", actor), params: {}, context: {} })` */
export function get(path: string, who: Someone = null): Request {
  return new Request(origin + path, { headers: headersOf(who) });
}

/** A form as `<Form>` sends it: JSON. */
export function post(path: string, json: unknown, who: Someone = null): Request {
  return new Request(origin + path, {
    method: "POST",
    headers: { ...headersOf(who), "Content-Type": "application/json" },
    body: JSON.stringify(json),
  });
}

/** A form as a browser without JavaScript sends it. */
export function postPlain(path: string, fields: Record<string, string>, who: Someone = null): Request {
  return new Request(origin + path, {
    method: "POST",
    headers: headersOf(who),
    body: new URLSearchParams(fields),
  });
}

/** What a loader or action answers, whether it returns or throws: `const { status, body } = await answerOf(() => loader(...))`. */
export async function answerOf(work: () => unknown) {
  const answer = await Promise.resolve()
    .then(work)
    .catch((thrown: unknown) => {
      if (thrown instanceof Error) throw thrown;
      return thrown;
    });
  if (answer instanceof Response) {
    return { status: answer.status, headers: answer.headers, body: await bodyOf(answer) };
  }
  if (isDataWithInit(answer)) {
    return {
      status: answer.init?.status ?? 200,
      headers: new Headers(answer.init?.headers),
      body: answer.data,
    };
  }
  return { status: 200, headers: new Headers(), body: answer };
}

async function bodyOf(answer: Response): Promise<unknown> {
  const text = await answer.text();
  return answer.headers.get("Content-Type")?.includes("json") ? JSON.parse(text) : text;
}

// What Remix's `data()` gives.
function isDataWithInit(answer: unknown): answer is { data: unknown; init: ResponseInit | null } {
  return (
    typeof answer === "object" &&
    answer !== null &&
    "type" in answer &&
    answer.type === "DataWithResponseInit"
  );
}

function headersOf(who: Someone): Record<string, string> {
  const base = { "X-Client-Address": "192.0.2.1", "User-Agent": "Vitest", "Accept-Language": "vi" };
  if (!who) return base;
  const cookie = "cookie" in who ? who.cookie : cookies.get(who.userId);
  if (!cookie) throw new Error("This actor has no session: make it with makeActor, or call signInAs.");
  return { ...base, Cookie: cookie };
}
