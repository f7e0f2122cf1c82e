/** A thin bar at the top of the page when going elsewhere takes longer than a blink. */
import { useNavigation } from "@remix-run/react";
import { useEffect, useState } from "react";
import { useWords } from "./language";
import { uiWords } from "./words";

export function LoadingBar() {
  const words = useWords(uiWords);
  const isLoading = useNavigation().state !== "idle";
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    if (!isLoading) return setSlow(false);
    const timer = setTimeout(() => setSlow(true), 200);
    return () => clearTimeout(timer);
  }, [isLoading]);
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 top-0 z-50 h-1 overflow-hidden print:hidden"
    >
      {isSlow && (
        <>
          <span className="sr-only">{words.loading}</span>
          <span aria-hidden="true" className="block h-full w-1/3 animate-load bg-primary" />
        </>
      )}
    </div>
  );
}
