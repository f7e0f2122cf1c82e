/** Sends JSON to a route from a control that is no form: a choice in a table, a button that knows what it says. */
import { useFetcher } from "@remix-run/react";

type Sent = Record<string, unknown> | null;

export function usePost(action: string) {
  const fetcher = useFetcher<{ errors?: Record<string, string> }>();
  const busy = fetcher.state !== "idle";
  return {
    busy,
    /** Why the server refused, in the person's words. */
    refusal: busy ? undefined : Object.values(fetcher.data?.errors ?? {})[0],
    send: (values: Sent = {}) =>
      fetcher.submit(values as never, { method: "post", action, encType: "application/json" }),
  };
}
