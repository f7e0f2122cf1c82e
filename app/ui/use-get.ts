/** What the server answers at an address, asked again whenever the address changes. */
import { useFetcher } from "@remix-run/react";
import { useEffect } from "react";

/** Undefined until the first answer; null as address: not asked (yet). `pause`: milliseconds to wait for the next change. */
export function useGet<T>(address: string | null, pause = 0): T | undefined {
  const { load, data } = useFetcher<T>();
  useEffect(() => {
    if (address === null) return;
    const timer = setTimeout(() => load(address), pause);
    return () => clearTimeout(timer);
  }, [address, pause, load]);
  return data as T | undefined;
}
