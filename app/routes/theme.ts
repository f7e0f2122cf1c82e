/** Switches the colours: a cookie, and back to where they were. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { keepChoice } from "~/platform/choice.server";
import { themes } from "~/ui/theme";

export function action({ request }: ActionFunctionArgs) {
  return keepChoice(request, "theme", themes);
}
