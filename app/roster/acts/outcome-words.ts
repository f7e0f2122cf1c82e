/** What the preview of an act says of each person; only the server needs them. */
import { defineWords } from "~/platform/words";

export const outcomeWords = defineWords({
  vi: {
    noneYet: "Chưa giữ chức danh nào",
    unchanged: "Giữ nguyên",
    releasedFrom: (day: string, reason: string) => `Thôi từ ${day}: ${reason}`,
    takesOver: (name: string, seat: string) => `${name} thay: ${seat}`,
    personGone: "Không có người này trong phạm vi của đồng chí.",
    noAppointment: "Không giữ chức danh nào để thực hiện.",
    alreadyReleased: (day: string) => `Đã được cho thôi từ ${day}.`,
    endsBeforeBegun: (day: string) => `Chức danh bắt đầu ngày ${day}, không thể kết thúc trước đó.`,
    alreadyOver: (day: string) => `Chức danh đã hết hạn ngày ${day}.`,
    disciplineRestricted: "Lý do kỷ luật chỉ cán bộ quản lý đội ngũ được ghi.",
    newcomerMissing: "Chưa chọn người thay.",
    unitGone: "Không có đơn vị này trong phạm vi của đồng chí.",
    unitClosed: (unit: string, day: string) => `${unit} đã kết thúc hoạt động ngày ${day}. Chọn đơn vị khác.`,
    levelClosed: (day: string) =>
      `Cấp huyện đã kết thúc: không công nhận mới sau ngày ${day}. Chọn cấp khác.`,
    overlaps: (span: string) => `Đã giữ chức danh này trong thời gian đó (${span}).`,
    twice: "Có hai lần trong danh sách này.",
    alsoHolds: (seat: string, span: string) => `Cùng lúc giữ ${seat} (${span}).`,
    goesOnUntil: (day: string) => `Chức danh vẫn còn đến hết ngày ${day}.`,
    goesOn: "Chức danh chưa có ngày kết thúc, sẽ vẫn còn.",
  },
  en: {
    noneYet: "Holds no appointment",
    unchanged: "Stays as it is",
    releasedFrom: (day: string, reason: string) => `Released from ${day}: ${reason}`,
    takesOver: (name: string, seat: string) => `${name} takes over: ${seat}`,
    personGone: "There is no such person within your reach.",
    noAppointment: "Holds no appointment that this could be done to.",
    alreadyReleased: (day: string) => `Was released from ${day} already.`,
    endsBeforeBegun: (day: string) => `The appointment begins on ${day} and cannot end before.`,
    alreadyOver: (day: string) => `The appointment ended on ${day}.`,
    disciplineRestricted: "Only those who keep the roster may record a disciplinary reason.",
    newcomerMissing: "Choose who comes instead.",
    unitGone: "There is no such unit within your reach.",
    unitClosed: (unit: string, day: string) => `${unit} closed on ${day}. Choose another unit.`,
    levelClosed: (day: string) =>
      `The district level has ended: no new appointments after ${day}. Choose another level.`,
    overlaps: (span: string) => `Already holds this role in that time (${span}).`,
    twice: "Twice on this list.",
    alsoHolds: (seat: string, span: string) => `At the same time: ${seat} (${span}).`,
    goesOnUntil: (day: string) => `The appointment goes on until the end of ${day}.`,
    goesOn: "The appointment has no last day and will go on.",
  },
});
