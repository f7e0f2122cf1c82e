/** Asks a route by POST and keeps what it answers for as long as the place that asked stands. */
import { useFetcher } from "@remix-run/react";

export function useAnswer<Answer>(action: string) {
  const fetcher = useFetcher<Answer | { errors: Record<string, string> }>();
  const busy = fetcher.state !== "idle";
  const answered = fetcher.data as
    | (Answer & { errors?: undefined })
    | { errors: Record<string, string> }
    | undefined;
  return {
    busy,
    answer: answered && !answered.errors ? (answered as Answer) : undefined,
    /** Why the server refused, in the person's words. */
    refusal: busy ? undefined : Object.values(answered?.errors ?? {})[0],
    send: () => fetcher.submit({}, { method: "post", action, encType: "application/json" }),
  };
}
