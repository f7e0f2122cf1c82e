/** Passwords that everybody tries first, and those made of the person's own name or number. */

import { words } from "~/accounts/words";
import { Refusal } from "~/platform/refusal";
import { fold } from "~/platform/text";
import bases from "./common-bases.txt?raw";
import passwords from "./common-passwords.txt?raw";

const common = new Set(lines(passwords));
const commonBases = new Set(lines(bases));

interface Owner {
  name: string;
  username: string | null;
  phone: string | null;
}

/** Refusal `passwordCommon` or `passwordOwn` at the field. */
export function refuseWeakPassword(password: string, owner: Owner, field = "password"): void {
  const key = fold(password.normalize("NFKC"));
  if (isCommon(key)) throw new Refusal(words.passwordCommon, field);
  if (isOwn(key, owner)) throw new Refusal(words.passwordOwn, field);
}

function isCommon(key: string): boolean {
  return (
    common.has(key) || commonBases.has(key.replace(/[^a-z]/g, "")) || new Set(key).size <= 3 || isRun(key)
  );
}

/** "1234567890", "abcdefghij", "9876543210": each character one step after the one before. */
function isRun(key: string): boolean {
  const steps = new Set(
    [...key].slice(1).map((sign, at) => (sign.charCodeAt(0) - key.charCodeAt(at) + 10) % 10),
  );
  return steps.size === 1;
}

/** Nothing but the user name, the name or the phone number, with at most three signs more. */
function isOwn(key: string, { name, username, phone }: Owner): boolean {
  const own = [fold(name).replace(/\s/g, ""), username ?? "", (phone ?? "").replace(/^\+84/, "")];
  const bare = key.replace(/\s/g, "");
  return own.some((part) => part.length >= 4 && bare.includes(part) && bare.length - part.length <= 3);
}

function lines(text: string): string[] {
  return text.split("\n").filter((line) => line && !line.startsWith("#"));
}
