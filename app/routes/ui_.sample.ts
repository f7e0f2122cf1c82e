/** What the living page asks for while it is used: choices and branches. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { findStreets, gardens } from "~/ui/gallery/sample";

export function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  return Response.json({
    choices: findStreets(searchParams.get("q") ?? ""),
    ...gardens(searchParams.get("of") ?? "", Number(searchParams.get("from") ?? 0)),
  });
}
