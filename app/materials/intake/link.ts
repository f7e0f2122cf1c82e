/** What a link of a material is: words and an address that a browser opens. */
import { z } from "zod";
import { says } from "~/platform/forms";
import { tidy } from "~/platform/text";
import { words } from "./words";

export const linkSchema = z.object({
  name: z.string().transform(tidy).pipe(z.string().min(1).max(200)),
  url: z
    .string()
    .trim()
    .max(2_000)
    .refine((url) => /^https?:$/.test(URL.parse(url)?.protocol ?? ""), says(words.badLink)),
});

export type LinkValues = z.infer<typeof linkSchema>;
