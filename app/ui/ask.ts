/** Asks the server for something small while the page stands: choices, branches, findings. */

/** null: no network, refused, or the sign-in page instead of an answer. */
export async function ask<Answer>(url: string, signal?: AbortSignal): Promise<Answer | null> {
  const answer = await fetch(url, { signal, headers: { Accept: "application/json" } }).catch(() => null);
  const isAnswer = answer?.ok && answer.headers.get("Content-Type")?.startsWith("application/json");
  return isAnswer ? ((await answer.json()) as Answer) : null;
}

/** The same for a question too long for an address. */
export async function askAbout<Answer>(
  url: string,
  about: unknown,
  signal?: AbortSignal,
): Promise<Answer | null> {
  const headers = { Accept: "application/json", "Content-Type": "application/json" };
  const asked = fetch(url, { method: "POST", signal, headers, body: JSON.stringify(about) });
  const answer = await asked.catch(() => null);
  return answer?.ok ? ((await answer.json()) as Answer) : null;
}

/** Sends something small from a page that goes on meanwhile. What is wrong with it, by field; null: it did not arrive. */
export async function tell(url: string, values: unknown): Promise<Record<string, string> | null> {
  const headers = { Accept: "application/json", "Content-Type": "application/json" };
  const sent = fetch(url, { method: "POST", headers, body: JSON.stringify(values) });
  const answer = await sent.catch(() => null);
  if (!answer?.headers.get("Content-Type")?.startsWith("application/json")) return null;
  return ((await answer.json()) as { errors?: Record<string, string> }).errors ?? (answer.ok ? {} : null);
}
