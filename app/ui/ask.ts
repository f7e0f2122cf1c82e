/** Asks the server for something small while the page stands: choices, branches, findings. */

/** null: no network, refused, or the sign-in page instead of an answer. */
export async function ask<Answer>(url: string, signal?: AbortSignal): Promise<Answer | null> {
  const answer = await fetch(url, { signal, headers: { Accept: "application/json" } }).catch(() => null);
  const isAnswer = answer?.ok && answer.headers.get("Content-Type")?.startsWith("application/json");
  return isAnswer ? ((await answer.json()) as Answer) : null;
}
