/** One click signs in as one of the practice department's people. Outside DEMO there is no such page. */
import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { signInToDemo } from "~/accounts/sign-in/demo.server";
import { pageAfterSignIn } from "~/accounts/sign-in/sign-in";
import { callerOf } from "~/platform/caller";
import { readPlainForm } from "~/platform/plain-forms.server";

const schema = z.object({ userId: z.uuid(), to: z.string().optional() });

export async function action({ request }: ActionFunctionArgs) {
  const { data: values } = schema.safeParse(Object.fromEntries(await readPlainForm(request)));
  const cookie = values && (await signInToDemo(values.userId, callerOf(request)));
  if (!values || !cookie) throw new Response(null, { status: 404 });
  return redirect(pageAfterSignIn(values.to ?? null), { headers: { "Set-Cookie": cookie } });
}
