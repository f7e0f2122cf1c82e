/** Names and kinds of files: which kinds there are, and which names are tricks. */
import { Refusal } from "~/platform/refusal";
import { words } from "./words";

export const formats = ["pdf", "docx", "doc", "pptx", "ppt", "xlsx", "image", "audio", "video"] as const;
export type Format = (typeof formats)[number];

export function isFormat(value: string): value is Format {
  return (formats as readonly string[]).includes(value);
}

/** Refuses a name that tries a path or hides what it is (an ending written backwards). */
export function refuseName(name: string) {
  const isTrick =
    /[\p{Cc}/\\\u200E\u200F\u202A-\u202E\u2066-\u2069]/u.test(name) || /^\.*$/.test(name.trim());
  if (isTrick) throw new Refusal(words.badName);
}
