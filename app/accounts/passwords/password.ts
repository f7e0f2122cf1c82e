/** What a password must be: long enough, and not one that everybody tries first. */
import { z } from "zod";
import { words } from "~/accounts/words";
import { says } from "~/platform/forms";

export const shortestPassword = 10;
export const longestPassword = 128;

/** No rules on capitals or signs: length is what counts (OWASP ASVS 5.0, 6.2). The server also refuses common ones. */
export const newPassword = z
  .string()
  .refine((password) => [...password].length >= shortestPassword, says(words.passwordTooShort))
  .refine((password) => password.length <= longestPassword, says(words.passwordTooLong));
