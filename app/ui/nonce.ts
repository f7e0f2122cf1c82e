/** What passes between a page and the server that draws it: the nonce of its scripts, the request's id, the page's title. */
import { createContext, useContext } from "react";

interface Drawing {
  nonce?: string;
  requestId?: string;
  /** The title stands in the head, which is drawn before the page that knows it. */
  entitle?: (title: string) => void;
}

/** Empty in the browser: it hides nonces from scripts on purpose. */
export const DrawingContext = createContext<Drawing>({});

export function useDrawing(): Drawing {
  return useContext(DrawingContext);
}
