/** A one-time code from a slip, and the password that the person chooses with it. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ActivationForm } from "~/accounts/codes/activation-form";
import { activationSchema } from "~/accounts/codes/codes";
import { greetByCode, spendCode } from "~/accounts/codes/codes.server";
import { Gate } from "~/accounts/gate";
import { words } from "~/accounts/words";
import { callerOf } from "~/platform/caller";
import { redirectWithToast } from "~/platform/flash.server";
import { plainForm } from "~/platform/plain-forms.server";
import { languageOf } from "~/platform/words";
import { useWords } from "~/ui/language";

export async function loader({ request }: LoaderFunctionArgs) {
  const code = new URL(request.url).searchParams.get("code") ?? "";
  return { code, ...(await greetByCode(code, callerOf(request), languageOf(request))) };
}

export async function action({ request }: ActionFunctionArgs) {
  return plainForm(request, { schema: activationSchema, keep: ["code"] }, async (values) => {
    const cookie = await spendCode(values, callerOf(request));
    if (!cookie) return redirectWithToast("/sign-in", words.passwordSet, request);
    return redirect("/", { headers: { "Set-Cookie": cookie } });
  });
}

export default function ActivatePage() {
  const { code, person, error } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const say = useWords(words);
  return (
    <Gate
      at={code ? `/activate?code=${encodeURIComponent(code)}` : "/activate"}
      title={say.activate}
      summary={person ? say.activateFor(person.name) : say.activateSummary}
    >
      <ActivationForm
        code={refused?.typed.code ?? code}
        login={person?.login}
        field={refused?.field}
        error={refused?.error ?? error}
      />
    </Gate>
  );
}
