/** Recovery codes: ten, read from paper like the one-time codes. */
import { randomInt } from "node:crypto";
import { codeAlphabet } from "~/accounts/codes/codes";

export function makeRecoveryCodes(): string[] {
  return Array.from({ length: 10 }, () => `${five()}-${five()}`);
}

function five(): string {
  return Array.from({ length: 5 }, () => codeAlphabet[randomInt(codeAlphabet.length)]).join("");
}
