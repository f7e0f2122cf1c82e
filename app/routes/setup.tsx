/** The first start, while there is nobody: the department and its first administrator. */
import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { Gate } from "~/accounts/gate";
import { setupSchema } from "~/accounts/setup/setup";
import { isSetUp, setUp } from "~/accounts/setup/setup.server";
import { SetupForm } from "~/accounts/setup/setup-form";
import { words } from "~/accounts/words";
import { callerOf } from "~/platform/caller";
import { handleForm } from "~/platform/forms.server";
import { useWords } from "~/ui/language";

export async function loader() {
  if (await isSetUp()) throw redirect("/sign-in");
  return null;
}

export async function action({ request }: ActionFunctionArgs) {
  return handleForm(request, setupSchema, async (values) => {
    const cookie = await setUp(values, callerOf(request));
    return redirect("/setup/next", { headers: { "Set-Cookie": cookie } });
  });
}

export default function SetupPage() {
  const say = useWords(words);
  return (
    <Gate title={say.setup} summary={say.setupSummary}>
      <SetupForm />
    </Gate>
  );
}
