/** Switches the language, for strangers too: a cookie, the account of who is signed in, and back to where they were. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { isSignedIn, requireActor, updateOwnAccount } from "~/accounts/index.server";
import { keepChoice } from "~/platform/choice.server";
import { readPlainForm } from "~/platform/plain-forms.server";
import { isLanguage, languages } from "~/platform/words";

export async function action({ request }: ActionFunctionArgs) {
  const language = (await readPlainForm(request.clone())).get("language");
  if (isLanguage(language) && (await isSignedIn(request))) {
    const actor = await requireActor(request);
    await updateOwnAccount(actor, { name: actor.name, language });
  }
  return keepChoice(request, "language", languages);
}
