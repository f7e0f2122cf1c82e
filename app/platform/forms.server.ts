/** The server's half of every form: parse by the shared schema, answer errors where the form shows them. */
import { data } from "@remix-run/node";
import type { z } from "zod";
import { type FieldErrors, formErrors } from "./forms";
import { Refusal } from "./refusal";
import { languageOf } from "./words";

/**
 * Reads the JSON body by the schema and does `work` with it.
 * Answers 415 to anything but JSON (with SameSite=Lax cookies that closes cross-site posts),
 * 422 with each field's first error to what the schema or a Refusal does not accept.
 */
export async function handleForm<S extends z.ZodType, T>(
  request: Request,
  schema: S,
  work: (values: z.infer<S>) => Promise<T>,
) {
  if (!request.headers.get("Content-Type")?.startsWith("application/json")) {
    throw new Response(null, { status: 415 });
  }
  const language = languageOf(request);
  const body: unknown = await request.json().catch(() => null);
  const parsed = schema.safeParse(body, { error: formErrors(language) });
  if (!parsed.success) return refuse(firstErrors(parsed.error));
  return refusalsAsErrors(language, () => work(parsed.data));
}

/** Runs a command and turns its Refusal into the 422 that a form shows. */
export async function refusalsAsErrors<T>(language: "vi" | "en", work: () => Promise<T>) {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refuse({ [error.field ?? "form"]: error.phrase[language] });
  }
}

function refuse(errors: FieldErrors) {
  return data({ errors }, { status: 422 });
}

function firstErrors(error: z.ZodError): FieldErrors {
  const errors: FieldErrors = {};
  for (const issue of error.issues) {
    errors[issue.path.join(".") || "form"] ??= issue.message;
  }
  return errors;
}
