/** People already there who may be the one being typed: a hint, never an obstacle. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireActor } from "~/accounts/index.server";
import { readPhone } from "~/platform/phone";
import { listSimilar } from "~/roster/similar.server";

const part = (most: number) => z.coerce.number().int().min(1).max(most).nullable().catch(null);
const askedSchema = z.object({
  fullName: z.string().max(120).catch(""),
  birthYear: z.coerce.number().int().min(1900).max(2100).nullable().catch(null),
  birthMonth: part(12),
  birthDay: part(31),
  phone: z.string().max(40).transform(readPhone).nullable().catch(null),
  unitId: z.uuid().nullable().catch(null),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "roster.edit");
  const { birthYear, birthMonth, birthDay, ...asked } = askedSchema.parse(
    Object.fromEntries(new URL(request.url).searchParams),
  );
  const birth = birthYear ? { year: birthYear, month: birthMonth, day: birthDay } : null;
  const people = await listSimilar(actor, { ...asked, birth });
  return Response.json({ people }, { headers: { "Cache-Control": "private, no-store" } });
}
