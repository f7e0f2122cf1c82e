/** A sentence that the next page shows once: "Saved." */
import { createCookie, redirect } from "@remix-run/node";
import { z } from "zod";
import { env } from "./env";
import { languageOf, type Phrase } from "./words";

const toastSchema = z.object({
  text: z.string(),
  /** Where a POST takes the change back, for "Undo". */
  undo: z.string().optional(),
});
export type Toast = z.infer<typeof toastSchema>;

const cookie = createCookie("toast", {
  httpOnly: true,
  sameSite: "lax",
  path: "/",
  maxAge: 60,
  secure: env.BASE_URL?.startsWith("https:") ?? false,
  secrets: env.SESSION_SECRET ? [env.SESSION_SECRET] : [],
});

/** Goes on to another page, which says the phrase in the person's language. */
export async function redirectWithToast(
  url: string,
  phrase: Phrase,
  request: Request,
  more: { undo?: string } = {},
): Promise<Response> {
  const toast: Toast = { text: phrase[languageOf(request)], undo: more.undo };
  return redirect(url, { headers: { "Set-Cookie": await cookie.serialize(toast) } });
}

/** The sentence that waits, if one does, and the header that makes it shown only once. */
export async function takeToast(request: Request): Promise<{ toast: Toast | null; headers: HeadersInit }> {
  const { data: toast } = toastSchema.safeParse(await cookie.parse(request.headers.get("Cookie")));
  if (!toast) return { toast: null, headers: {} };
  return { toast, headers: { "Set-Cookie": await cookie.serialize("", { maxAge: 0 }) } };
}
