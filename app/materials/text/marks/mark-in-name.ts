/** A mark of state secrecy in a file's name: "TOI MAT - ke hoach.docx", "KH 12 (MẬT).pdf"; not "Bảo vệ bí mật.docx" or "mật ong.jpg". */
import { fold } from "~/platform/text";
import type { SecrecyLevel } from "./secrecy-mark";

const levels: Record<string, SecrecyLevel> = {
  "toi mat": "top_secret",
  "tuyet mat": "most_secret",
  toimat: "top_secret",
  tuyetmat: "most_secret",
};

export function markInName(fileName: string): SecrecyLevel | null {
  const bare = fileName.normalize("NFC").replace(/\.[^.]{1,5}$/, "");
  for (const part of bare.split(/[-–—()[\]{}.,;+~]/)) {
    const level = levelOfPart(part.replaceAll("_", " ").replace(/\s+/g, " ").trim());
    if (level) return level;
  }
  return levelAtBeginning(bare.replaceAll("_", " ").trim());
}

/** A part by itself. "toi mat" in small letters counts there too; "mat" alone is too many words. */
function levelOfPart(part: string): SecrecyLevel | null {
  const plain = fold(part).replace(/^(?:tai lieu|van ban|do) /, "");
  const level = levels[plain];
  if (level) return hasWrongTones(part) ? null : level;
  const isMat = /^(?:(?:DO|ĐỘ) )?M(?:Ậ|A)T$/.test(part);
  return isMat ? "secret" : null;
}

/** "TOI MAT ke hoach": capitals before small letters or figures. */
function levelAtBeginning(bare: string): SecrecyLevel | null {
  const found = /^(T(?:Ố|O)I MẬT|TOI MAT|TUY(?:Ệ|E)T M(?:Ậ|A)T|MẬT)(?= +(?:\P{Lu}|\p{Lu}\p{Ll}))/u.exec(
    bare,
  )?.[1];
  if (!found) return null;
  return levels[fold(found)] ?? "secret";
}

/** "tôi mất", "tối mắt": what is written with tones must have the right ones. */
function hasWrongTones(part: string): boolean {
  const small = part.toLowerCase();
  return fold(small) !== small && !/(?:tối|tuyệt) ?mật/.test(small);
}
