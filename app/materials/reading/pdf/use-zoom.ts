/** How large the pages are: as wide as the screen, or larger by buttons, keys or two fingers; the middle, or what is between the fingers, stays where it was. */
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";

const [smallest, largest, step] = [0.5, 4, 1.25];
/** Lines of more than this are hard to follow. */
const widest = 900;

interface Point {
  x: number;
  y: number;
}

type Change = (next: (zoom: number) => number, at?: Point) => void;

export function useZoom(box: RefObject<HTMLElement | null>) {
  const [room, setRoom] = useState(0);
  const [zoom, setZoom] = useState(1);
  /** What stays: where on the screen, and what share of the whole lies before it. */
  const kept = useRef<{ x: number; y: number; left: number; top: number } | null>(null);

  useEffect(() => {
    const watch = new ResizeObserver(([entry]) => setRoom(Math.floor(entry?.contentRect.width ?? 0)));
    if (box.current) watch.observe(box.current);
    return () => watch.disconnect();
  }, [box]);

  const change = useCallback(
    (next: (zoom: number) => number, at?: Point) => {
      const place = box.current;
      if (place) {
        const { left, top } = place.getBoundingClientRect();
        const { x, y } = at ?? { x: left + place.clientWidth / 2, y: window.innerHeight / 2 };
        kept.current = {
          ...{ x, y, left: (place.scrollLeft + x - left) / place.scrollWidth },
          top: (y - top) / place.scrollHeight,
        };
      }
      setZoom((zoom) => Math.min(largest, Math.max(smallest, next(zoom))));
    },
    [box],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: after each change of the size
  useLayoutEffect(() => {
    const place = box.current;
    if (!place || !kept.current) return;
    const { x, y, left, top } = kept.current;
    const now = place.getBoundingClientRect();
    place.scrollLeft = left * place.scrollWidth - (x - now.left);
    window.scrollBy({ top: top * place.scrollHeight - (y - now.top), behavior: "instant" });
  }, [zoom, box]);

  usePinch(box, change);
  return {
    width: Math.round(Math.min(room, widest) * zoom),
    zoom,
    zoomIn: () => change((zoom) => zoom * step),
    zoomOut: () => change((zoom) => zoom / step),
    fit: () => change(() => 1),
  };
}

/** Two fingers on the pages change their size; everything else the browser does as it always does. */
function usePinch(box: RefObject<HTMLElement | null>, change: Change) {
  useEffect(() => {
    const place = box.current;
    if (!place) return;
    let apart = 0;
    const move = (event: TouchEvent) => {
      if (event.touches.length !== 2) return;
      event.preventDefault();
      const [one, other] = [event.touches[0] as Touch, event.touches[1] as Touch];
      const now = Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
      const ratio = apart > 0 ? now / apart : 1;
      apart = now;
      const between = { x: (one.clientX + other.clientX) / 2, y: (one.clientY + other.clientY) / 2 };
      if (ratio !== 1) change((zoom) => zoom * ratio, between);
    };
    const end = () => {
      apart = 0;
    };
    place.addEventListener("touchmove", move, { passive: false });
    place.addEventListener("touchend", end);
    place.addEventListener("touchcancel", end);
    return () => {
      place.removeEventListener("touchmove", move);
      place.removeEventListener("touchend", end);
      place.removeEventListener("touchcancel", end);
    };
  }, [box, change]);
}
