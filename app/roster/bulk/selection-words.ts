/** The words of the bar over the roster's list: few, because the list loads them. */
import { defineWords } from "~/platform/words";

export const selectionWords = defineWords({
  vi: {
    change: "Sửa…",
    attach: "Gắn quyết định…",
    export: "Xuất",
    tooManyToExport: "Chọn tối đa 300 người để xuất.",
  },
  en: {
    change: "Change…",
    attach: "Attach to a decision…",
    export: "Export",
    tooManyToExport: "Choose at most 300 people to export.",
  },
});
