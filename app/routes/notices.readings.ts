/** Marks notices of one's own as read: those named, or without an id all of them. */
import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireActor } from "~/accounts/index.server";
import { handleForm } from "~/platform/forms.server";
import { markRead } from "~/platform/notices.server";

const readingSchema = z.object({ id: z.union([z.uuid(), z.array(z.uuid()).max(20)]).optional() });

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  return handleForm(request, readingSchema, async ({ id }) => {
    await markRead(actor, id);
    return { done: true };
  });
}
