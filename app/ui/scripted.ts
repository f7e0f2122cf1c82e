/** Whether scripts run yet: what works by them alone is not drawn by the server, and comes as soon as they do. */
import { useSyncExternalStore } from "react";

export function useScripted(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

function never() {
  return () => {};
}
