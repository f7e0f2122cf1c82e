/** What people read about files. */
import { defineWords } from "./words";

export const fileWords = defineWords({
  vi: { tooLarge: (megabytes: number) => `Tệp lớn quá ${megabytes} MB.` },
  en: { tooLarge: (megabytes: number) => `The file is larger than ${megabytes} MB.` },
});
