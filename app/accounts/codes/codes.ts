/** One-time codes: how they look, and how people may type them. */
import { z } from "zod";
import { newPassword } from "~/accounts/passwords/password";
import { words } from "~/accounts/words";
import { says } from "~/platform/forms";

/** No 0 and O, no 1, I and L: a code is read from paper. */
export const codeAlphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
export const codeLength = 16;
export const codeDays = 7;

/** "K7PM-2XQR-9ABC-DEFG" in any spelling gives its sixteen signs; null: that is no code. */
export function readCode(text: string): string | null {
  const code = text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\-–—.]/g, "");
  return code.length === codeLength && [...code].every((sign) => codeAlphabet.includes(sign)) ? code : null;
}

/** As it stands on paper, in four groups. */
export function showCode(code: string): string {
  return code.match(/.{4}/g)?.join("-") ?? code;
}

export const activationSchema = z.object({
  code: z.string().refine((text) => readCode(text) !== null, says(words.badCode)),
  password: newPassword,
});
export type ActivationValues = z.infer<typeof activationSchema>;
