/** Tells the server where the reader is: a little after the last turn of a page, and on leaving. */
import { useEffect, useRef } from "react";

const pause = 2_000;

export function useToldPlace(address: string, page: number): void {
  const told = useRef(page);
  const latest = useRef(page);
  latest.current = page;

  useEffect(() => {
    const tell = () => tellPlace(address, told, latest.current);
    const leave = () => document.hidden && tell();
    document.addEventListener("visibilitychange", leave);
    window.addEventListener("pagehide", tell);
    return () => {
      document.removeEventListener("visibilitychange", leave);
      window.removeEventListener("pagehide", tell);
      tell();
    };
  }, [address]);

  useEffect(() => {
    const timer = setTimeout(() => tellPlace(address, told, page), pause);
    return () => clearTimeout(timer);
  }, [address, page]);
}

function tellPlace(address: string, told: { current: number }, page: number): void {
  if (told.current === page) return;
  told.current = page;
  const headers = { "Content-Type": "application/json" };
  // A place that does not arrive is no loss that anybody must hear of.
  fetch(address, { method: "POST", keepalive: true, headers, body: JSON.stringify({ page }) }).catch(
    () => {},
  );
}
