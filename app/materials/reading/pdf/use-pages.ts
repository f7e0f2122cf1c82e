/** Which pages are near the screen, which one is read, and going to another. */
import { type RefObject, useCallback, useEffect, useState } from "react";

/** `isLaidOut`: the pages have their height; before that all of them would be near. */
export function usePages(box: RefObject<HTMLElement | null>, start: number, isLaidOut: boolean) {
  const [near, setNear] = useState<ReadonlySet<number>>(new Set([start]));
  const [current, setCurrent] = useState(start);

  useEffect(() => {
    if (!isLaidOut) return;
    const pages = [...(box.current?.querySelectorAll<HTMLElement>("[data-page]") ?? [])];
    const around = new IntersectionObserver(
      (seen) =>
        setNear((known) => {
          const next = new Set(known);
          for (const { target, isIntersecting } of seen) {
            const number = Number((target as HTMLElement).dataset.page);
            if (isIntersecting) next.add(number);
            else next.delete(number);
          }
          return next;
        }),
      { rootMargin: "80% 0px" },
    );
    const read = new IntersectionObserver(
      (seen) => {
        const here = seen.find(({ isIntersecting }) => isIntersecting)?.target as HTMLElement | undefined;
        if (here) setCurrent(Number(here.dataset.page));
      },
      { rootMargin: "-35% 0px -64% 0px" },
    );
    for (const page of pages) {
      around.observe(page);
      read.observe(page);
    }
    return () => {
      around.disconnect();
      read.disconnect();
    };
  }, [box, isLaidOut]);

  const goTo = useCallback(
    (number: number) => {
      box.current?.querySelector(`[data-page="${number}"]`)?.scrollIntoView({ block: "start" });
      setCurrent(number);
    },
    [box],
  );
  return { near, current, goTo };
}
