/** Stands on a page while something on it goes on: the page is drawn anew every few seconds. */
import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

export function Watch({ seconds = 2 }: { seconds?: number }) {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    const timer = setInterval(() => document.hidden || revalidate(), seconds * 1000);
    return () => clearInterval(timer);
  }, [revalidate, seconds]);
  return null;
}
