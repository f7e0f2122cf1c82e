/** What the rules in the form come to, asked again a moment after every change. */
import { useEffect, useState } from "react";
import { askAbout } from "~/ui/ask";
import type { Counted } from "./audience-page.server";
import type { Rule } from "./rule";

/** `counted`: of the rules as they are kept. The last answer stands until the next; `isLate` until it has come. */
export function useCounted(materialId: string, rules: Rule[], kept: Rule[], counted: Counted) {
  const asked = JSON.stringify({ rules });
  const known = JSON.stringify({ rules: kept });
  const [answer, setAnswer] = useState<{ to: string; counted: Counted } | null>(null);
  useEffect(() => {
    if (asked === known) return;
    const asking = new AbortController();
    const timer = setTimeout(async () => {
      const answered = await askAbout<Counted>(
        `/materials/${materialId}/audience/preview`,
        JSON.parse(asked),
        asking.signal,
      );
      if (answered && !asking.signal.aborted) setAnswer({ to: asked, counted: answered });
    }, 300);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [asked, known, materialId]);
  if (asked === known) return { counted, isLate: false };
  return { counted: answer?.counted ?? counted, isLate: answer?.to !== asked };
}
