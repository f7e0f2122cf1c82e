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
    throwAway: "Bỏ tệp này",
    throwAwayTitle: (name: string) => `Bỏ tệp “${name}”?`,
    throwAwayMeans:
      "Tệp và những gì đã sửa trên đó sẽ bị xoá hẳn. Danh sách báo cáo viên không đổi, vì chưa có ai được nhập từ tệp này.",
    thrownAway: (name: string) => `Đã bỏ tệp “${name}”.`,
    imported: "Tệp này đã được nhập nên không bỏ được nữa; cần thì hoàn tác lần nhập.",
  },
  en: {
    title: "Original file",
    download: "Download it",
    name: "File name",
    size: "Size",
    bytes: (count: string) => `${count} bytes`,
    sha256: "SHA-256 checksum",
    throwAway: "Throw this file away",
    throwAwayTitle: (name: string) => `Throw “${name}” away?`,
    throwAwayMeans:
      "The file and what was put right in it will be gone for good. The roster stays as it is: nobody was imported from this file.",
    thrownAway: (name: string) => `“${name}” was thrown away.`,
    imported: "This file was imported and can no longer be thrown away; take the import back if need be.",
  },
});
