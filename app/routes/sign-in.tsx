/** Signing in by user name or phone number; in the demo also by one click. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Gate } from "~/accounts/gate";
import { isSignedIn } from "~/accounts/sessions.server";
import { isSetUp } from "~/accounts/setup/setup.server";
import { listDemoPeople } from "~/accounts/sign-in/demo.server";
import { DemoPeople } from "~/accounts/sign-in/demo-people";
import { pageAfterSignIn, signInSchema } from "~/accounts/sign-in/sign-in";
import { signIn } from "~/accounts/sign-in/sign-in.server";
import { SignInForm } from "~/accounts/sign-in/sign-in-form";
import { words } from "~/accounts/words";
import { callerOf } from "~/platform/caller";
import { plainForm } from "~/platform/plain-forms.server";
import { languageOf } from "~/platform/words";
import { useWords } from "~/ui/language";

export async function loader({ request }: LoaderFunctionArgs) {
  const to = pageAfterSignIn(new URL(request.url).searchParams.get("to"));
  if (!(await isSetUp())) throw redirect("/setup");
  if (await isSignedIn(request)) throw redirect(to);
  return { to, demo: await listDemoPeople(languageOf(request)) };
}

export async function action({ request }: ActionFunctionArgs) {
  return plainForm(request, { schema: signInSchema, keep: ["login"] }, async ({ to, ...values }) => {
    const { headers, secondFactor } = await signIn(values, request.headers, callerOf(request));
    return redirect(secondFactor ? `/sign-in/second-factor?to=${encodeURIComponent(to)}` : to, { headers });
  });
}

export default function SignInPage() {
  const { to, demo } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const say = useWords(words);
  return (
    <Gate title={say.signIn} wide={demo.length > 0}>
      {demo.length > 0 && <DemoPeople people={demo} to={to} />}
      <SignInForm first={demo.length === 0} to={to} login={refused?.typed.login} error={refused?.error} />
    </Gate>
  );
}
