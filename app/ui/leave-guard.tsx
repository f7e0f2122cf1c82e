/** Asks before a page with unsaved input is left. */
import { useBlocker } from "@remix-run/react";
import { useEffect } from "react";
import { ConfirmDialog } from "./dialog";
import { useWords } from "./language";
import { uiWords } from "./words";

export function LeaveGuard({ hasDraft }: { hasDraft: boolean }) {
  const words = useWords(uiWords);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (hasDraft) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [hasDraft]);
  return (
    <ConfirmDialog
      isOpen={blocker.state === "blocked"}
      onClose={() => blocker.reset?.()}
      title={words.leaveTitle}
      confirm={words.leave}
      cancel={words.stay}
      onConfirm={() => blocker.proceed?.()}
    >
      {hasDraft ? words.leaveTextDraft : words.leaveText}
    </ConfirmDialog>
  );
}
