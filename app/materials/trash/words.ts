/** The words of the trash of materials, in Vietnamese and English. */
import { defineWords } from "~/platform/words";

export const words = defineWords({
  vi: {
    title: "Thùng rác",
    label: "Tài liệu trong thùng rác",
    summary: (count: number) => (count === 0 ? "Trống" : `${count} tài liệu`),
    help: "Tài liệu ở đây 30 ngày rồi bị xóa hẳn cùng các tệp. Ai đã đọc vẫn còn trong nhật ký.",
    none: "Thùng rác trống",
    noneHelp: "Tài liệu bỏ đi sẽ nằm ở đây 30 ngày, khôi phục lại được nguyên vẹn.",
    trashedOn: "Bỏ ngày",
    until: "Giữ đến hết ngày",
    trash: "Bỏ vào thùng rác",
    restore: "Khôi phục",
    inTrash: "Đang ở trong thùng rác",
    inTrashHelp: (day: string) => `Bị xóa hẳn sau ngày ${day}. Không ai đọc được trong lúc này.`,
    removing: "Đang xóa tài liệu hết hạn",
    toasts: {
      trashed: (title: string) => `Đã bỏ “${title}” vào thùng rác.`,
      restored: (title: string) => `Đã khôi phục “${title}”.`,
    },
    errors: {
      isOut: "Tài liệu đang phát hành. Nhờ người có quyền phát hành thu hồi trước.",
    },
    actions: {
      "material.trashed": "Bỏ tài liệu vào thùng rác",
      "material.restored": "Khôi phục tài liệu",
      "material.removed": "Xóa hẳn tài liệu hết hạn trong thùng rác",
    },
  },
  en: {
    title: "Trash",
    label: "Materials in the trash",
    summary: (count: number) => (count === 0 ? "Empty" : `${count} materials`),
    help: "Materials stay here for 30 days and then go for good with their files. Who read them stays in the trail.",
    none: "The trash is empty",
    noneHelp: "Materials that are thrown away stay here for 30 days and come back as they were.",
    trashedOn: "Thrown away on",
    until: "Kept until",
    trash: "Move to the trash",
    restore: "Restore",
    inTrash: "In the trash",
    inTrashHelp: (day: string) => `It goes for good after ${day}. Nobody can read it meanwhile.`,
    removing: "Removing what is due",
    toasts: {
      trashed: (title: string) => `“${title}” was moved to the trash.`,
      restored: (title: string) => `“${title}” was restored.`,
    },
    errors: {
      isOut: "The material is published. Ask somebody who may publish to withdraw it first.",
    },
    actions: {
      "material.trashed": "Material moved to the trash",
      "material.restored": "Material restored",
      "material.removed": "Material removed for good from the trash",
    },
  },
});
