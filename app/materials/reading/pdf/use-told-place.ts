/** Tells the server where the reader is: some seconds after the last turn of a page, and on leaving. */
import { useEffect, useRef } from "react";

const seconds = 8;

export function useToldPlace(address: string, page: number): void {
  const told = useRef(page);
  const latest = useRef(page);
  latest.current = page;
  useEffect(() => {
    const tell = () => {
      if (told.current === latest.current) return;
      told.current = latest.current;
      const body = JSON.stringify({ page: latest.current });
      const headers = { "Content-Type": "application/json" };
      // A place that does not arrive is no loss that anybody must hear of.
      fetch(address, { method: "POST", keepalive: true, headers, body }).catch(() => {});
    };
    const timer = setInterval(tell, seconds * 1000);
    const leave = () => document.hidden && tell();
    document.addEventListener("visibilitychange", leave);
    window.addEventListener("pagehide", tell);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", leave);
      window.removeEventListener("pagehide", tell);
      tell();
    };
  }, [address]);
}
