/** The words about the file of an import as it came in. */
import { defineWords } from "~/platform/words";

export const words = defineWords({
  vi: {
    title: "Tệp gốc",
    download: "Tải tệp gốc",
    name: "Tên tệp",
    size: "Dung lượng",
    bytes: (count: string) => `${count} byte`,
    sha256: "Mã kiểm SHA-256",
  },
  en: {
    title: "Original file",
    download: "Download it",
    name: "File name",
    size: "Size",
    bytes: (count: string) => `${count} bytes`,
    sha256: "SHA-256 checksum",
  },
});
