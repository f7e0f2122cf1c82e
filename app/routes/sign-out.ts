/** Leaving: ends this session, here and on the server. */
import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { requireActor, sessionCookie } from "~/accounts/sessions.server";
import { signOut } from "~/accounts/sign-in/sign-in.server";

export async function action({ request }: ActionFunctionArgs) {
  await requireActor(request);
  await signOut(request.headers);
  return redirect("/sign-in", { headers: { "Set-Cookie": sessionCookie(null) } });
}

export async function loader({ request }: ActionFunctionArgs) {
  await requireActor(request);
  return redirect("/");
}
