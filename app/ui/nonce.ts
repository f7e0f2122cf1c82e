/** What only the server knows while it draws a page: the nonce of its scripts, and the request's id for error pages. */
import { createContext, useContext } from "react";

interface Drawing {
  nonce?: string;
  requestId?: string;
}

/** Empty in the browser: it hides nonces from scripts on purpose. */
export const DrawingContext = createContext<Drawing>({});

export function useDrawing(): Drawing {
  return useContext(DrawingContext);
}
