/** A choice of one person at one browser that needs no account: kept in a cookie for a year. */
import { redirect } from "@remix-run/node";
import { ownPath } from "./own-path";
import { readPlainForm } from "./plain-forms.server";

/** Sets the cookie to what a plain form sent, if it is one of the values, and goes back to the form's `to` on our own site. */
export async function keepChoice(
  request: Request,
  name: string,
  values: readonly string[],
): Promise<Response> {
  const sent = await readPlainForm(request);
  const value = String(sent.get(name));
  if (!values.includes(value)) throw new Response(null, { status: 422 });
  const cookie = `${name}=${value}; Path=/; Max-Age=31536000; SameSite=Lax`;
  return redirect(ownPath(String(sent.get("to"))), { headers: { "Set-Cookie": cookie } });
}
