/** A template of an annex: ours handed out for changing in Word, the department's own taken in. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { redirectWithToast } from "~/platform/flash.server";
import { refusalsAsErrors } from "~/platform/forms.server";
import { found } from "~/platform/found.server";
import { asAttachment } from "~/platform/sheet-writer.server";
import { uploadedFile } from "~/platform/uploads.server";
import { docxType, mostTemplateBytes, ourTemplate, uploadTemplate } from "~/roster/annex/annex.server";
import { layouts } from "~/roster/annex/annex-content";
import { annexWords } from "~/roster/annex/annex-words";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "settings.edit");
  const layout = found(layouts.find((one) => one === params.layout));
  const name = `${annexWords[actor.language].settings} - ${annexWords[actor.language].layouts[layout]}.docx`;
  return new Response(new Uint8Array(await ourTemplate(layout)), {
    headers: {
      "Content-Type": docxType,
      "Content-Disposition": asAttachment(name),
      "Cache-Control": "no-store",
    },
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request, "settings.edit");
  const layout = found(layouts.find((one) => one === params.layout));
  return refusalsAsErrors(actor.language, async () => {
    const file = await uploadedFile(request, mostTemplateBytes);
    await uploadTemplate(actor, layout, file);
    return redirectWithToast("/roster/annex", annexWords.uploaded(file.name), request);
  });
}
