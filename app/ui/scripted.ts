/** Whether scripts run yet: what works by them alone is not drawn by the server, and comes as soon as they do. */
import { useEffect, useState } from "react";

/** In the browser, once the page that the server drew has been taken over. Set by effects, which the server has none of. */
let isRunning = false;

export function useScripted(): boolean {
  const [isScripted, setScripted] = useState(isRunning);
  useEffect(() => {
    isRunning = true;
    setScripted(true);
  }, []);
  return isScripted;
}
