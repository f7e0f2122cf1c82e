/** The second step of signing in: a code from the phone, or a printed recovery code. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Gate } from "~/accounts/gate";
import { pageAfterSignIn, secondFactorSchema } from "~/accounts/sign-in/sign-in";
import { giveSecondFactor, personAtSecondStep } from "~/accounts/sign-in/sign-in.server";
import { SecondStepForm } from "~/accounts/sign-in/sign-in-form";
import { words } from "~/accounts/words";
import { callerOf } from "~/platform/caller";
import { plainForm } from "~/platform/plain-forms.server";
import { useWords } from "~/ui/language";

export async function loader({ request }: LoaderFunctionArgs) {
  if (!(await personAtSecondStep(request.headers))) throw redirect("/sign-in");
  return { to: pageAfterSignIn(new URL(request.url).searchParams.get("to")) };
}

export async function action({ request }: ActionFunctionArgs) {
  return plainForm(request, { schema: secondFactorSchema, keep: [] }, async ({ code, to }) => {
    const { headers } = await giveSecondFactor(code, request.headers, callerOf(request));
    return redirect(to, { headers });
  });
}

export default function SecondStepPage() {
  const { to } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <Gate title={useWords(words).secondStep}>
      <SecondStepForm to={to} error={refused?.error} />
    </Gate>
  );
}
