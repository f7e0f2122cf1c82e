/** Forms that must work without JavaScript: form-encoded, refused with one sentence and what was typed. */
import { data } from "@remix-run/node";
import type { z } from "zod";
import { formErrors } from "./forms";
import { Refusal } from "./refusal";
import { languageOf } from "./words";

/**
 * Parses the sent fields and does `work`; answers 422 with `{ error, field, typed }` to what the schema or a Refusal does not accept.
 * Of what was typed only the fields in `keep` go back to the page: never a secret.
 */
export async function plainForm<S extends z.ZodType, T>(
  request: Request,
  { schema, keep }: { schema: S; keep: string[] },
  work: (values: z.infer<S>) => Promise<T>,
) {
  const language = languageOf(request);
  const fields = Object.fromEntries(
    [...(await readPlainForm(request))].map(([name, value]) => [name, String(value)]),
  );
  const typed = Object.fromEntries(keep.map((name) => [name, fields[name]]));
  const refuse = (error: string, field?: string) => data({ error, field, typed }, { status: 422 });
  const parsed = schema.safeParse(fields, { error: formErrors(language) });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return refuse(issue?.message ?? "", issue?.path.join("."));
  }
  try {
    return await work(parsed.data);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refuse(error.phrase[language], error.field);
  }
}

/** The fields of a form sent without scripts; 415 to anything else. */
export function readPlainForm(request: Request): Promise<FormData> {
  const type = request.headers.get("Content-Type") ?? "";
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/.test(type)) {
    throw new Response(null, { status: 415 });
  }
  return request.formData();
}
