/** Switches the language, for strangers too: a cookie, and back to where they were. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { keepChoice } from "~/platform/choice.server";
import { languages } from "~/platform/words";

export function action({ request }: ActionFunctionArgs) {
  return keepChoice(request, "language", languages);
}
