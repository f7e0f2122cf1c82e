/** A choice of one person at one browser that needs no account: kept in a cookie for a year. */
import { redirect } from "@remix-run/node";

/** Sets the cookie to what a plain form sent, if it is one of the values, and goes back to the form's `to` on our own site. */
export async function keepChoice(
  request: Request,
  name: string,
  values: readonly string[],
): Promise<Response> {
  const sent = await request.formData();
  const value = String(sent.get(name));
  if (!values.includes(value)) throw new Response(null, { status: 422 });
  const cookie = `${name}=${value}; Path=/; Max-Age=31536000; SameSite=Lax`;
  return redirect(ownPath(String(sent.get("to") ?? "/")), { headers: { "Set-Cookie": cookie } });
}

/** "//other.example" and "/\other.example" lead elsewhere: only a path of ours counts. */
function ownPath(to: string): string {
  return /^\/(?![/\\])/.test(to) ? to : "/";
}
