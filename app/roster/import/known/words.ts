/** Every word about people of a file who are in the roster already, in Vietnamese and English. */
import { defineWords } from "~/platform/words";

const persons = (count: number) => (count === 1 ? "1 person" : `${count} people`);

export const words = defineWords({
  vi: {
    title: "Người đã có trong đội ngũ",
    summary:
      "Ai trong tệp đã có hồ sơ, khác nhau ở đâu, và giữ giá trị nào. Chỗ trống trong hồ sơ được điền theo tệp; chỗ khác nhau thì chờ đồng chí chọn.",
    brief: (count: number) => `${count} người trong tệp đã có hồ sơ, không bị nhập thêm lần nữa.`,
    open: "Xem và chọn",
    groups: {
      maybe: "Có phải người này",
      differs: "Cần chọn giá trị",
      changes: "Sẽ cập nhật",
      unchanged: "Không đổi",
    },
    groupHelp: {
      maybe: "Giống nhưng chưa chắc. Chọn đúng người, hoặc nói rõ là người khác.",
      differs: "Đúng người, nhưng hồ sơ và tệp ghi khác nhau. Những dòng này chờ đến khi chọn xong.",
      changes: "Khi bấm nhập, chỉ những mục dưới đây thay đổi.",
      unchanged: "Hồ sơ đã giống như trong tệp, không ghi gì thêm.",
    },
    filters: "Xem theo tình trạng",
    empty: "Không có ai ở đây",
    list: "Những người đã có",
    row: (row: number) => `Dòng ${row}`,
    inFile: "Trong tệp",
    inRoster: "Trong hồ sơ",
    field: "Mục",
    nothing: "trống",
    score: (score: number) => `giống ${score}/100`,
    by: {
      likeness: "",
      officer: "Đồng chí đã chọn",
      earlier: "Dòng này của chính tệp này đã được nhập trước đây",
    },
    isThis: "Là người này",
    isNot: "Không phải một người",
    isNone: "Không phải ai trong số này",
    isNotHelp: "Điều này được ghi nhớ, lần sau không hỏi lại.",
    again: "Chọn lại",
    allFile: "Lấy cả theo tệp",
    allRoster: "Giữ cả hồ sơ",
    save: "Lưu lựa chọn",
    fills: "điền chỗ trống",
    rules: {
      title: "Chọn chung cho mọi người",
      note: "Mỗi mục một quy tắc; từng người vẫn chọn riêng được.",
      label: "Quy tắc cho từng mục",
      field: "Mục",
      counts: "Khác nhau",
      rule: "Quy tắc",
      differs: (differs: number, fills: number) =>
        [differs > 0 && `khác ở ${differs} người`, fills > 0 && `hồ sơ trống ở ${fills} người`]
          .filter(Boolean)
          .join(", "),
      of: (field: string) => `Quy tắc cho ${field}`,
      ask: "Điền chỗ trống, hỏi chỗ khác",
      fill: "Điền chỗ trống, giữ hồ sơ chỗ khác",
      take: "Lấy theo tệp",
      keep: "Giữ hồ sơ",
    },
    sameAll: (count: number) => `Cả ${count} đều đúng người`,
    sameAllHelp: "Với mỗi dòng, chọn người giống nhất.",
    post: {
      begin: (from: string, to: string | null) =>
        to ? `Công nhận từ ${from} đến hết ${to}` : `Công nhận từ ${from}`,
      renew: (last: string, from: string) =>
        `Chức danh đang giữ thôi hết ngày ${last}, công nhận lại từ ${from}`,
      prove: (from: string) => `Bổ sung quyết định cho chức danh chưa rõ quyết định, từ ${from}`,
      nothing: "Chức danh đã có, không ghi thêm",
    },
    gains: "Thêm chuyên đề, ngôn ngữ",
    appointment: "Chức danh",
    decision: (name: string) => `theo ${name}`,
  },
  en: {
    title: "People already in the roster",
    summary:
      "Who in the file has a record, where both differ, and which value stays. What a record lacks is filled from the file; where both differ you choose.",
    brief: (count: number) =>
      `${persons(count)} in the file already have a record and will not be added again.`,
    open: "Look and choose",
    groups: {
      maybe: "Is it this person",
      differs: "Choose values",
      changes: "Will be updated",
      unchanged: "Unchanged",
    },
    groupHelp: {
      maybe: "Alike, but not surely. Choose the person, or say that it is somebody else.",
      differs: "The same person, but record and file differ. These rows wait until you have chosen.",
      changes: "When you press import, only the fields below change.",
      unchanged: "The record is as the file says; nothing is written.",
    },
    filters: "Look by state",
    empty: "Nobody here",
    list: "People already there",
    row: (row: number) => `Row ${row}`,
    inFile: "In the file",
    inRoster: "In the record",
    field: "Field",
    nothing: "empty",
    score: (score: number) => `alike ${score} of 100`,
    by: {
      likeness: "",
      officer: "Chosen by you",
      earlier: "This row of this very file was imported before",
    },
    isThis: "It is this person",
    isNot: "Not the same person",
    isNone: "None of them",
    isNotHelp: "This is remembered and not asked again.",
    again: "Choose again",
    allFile: "All from the file",
    allRoster: "Keep the record",
    save: "Save the choice",
    fills: "fills a gap",
    rules: {
      title: "Choose for everybody",
      note: "One rule for each field; single people can be chosen otherwise.",
      label: "Rules for each field",
      field: "Field",
      counts: "Differs",
      rule: "Rule",
      differs: (differs: number, fills: number) =>
        [differs > 0 && `differs for ${persons(differs)}`, fills > 0 && `empty for ${persons(fills)}`]
          .filter(Boolean)
          .join(", "),
      of: (field: string) => `Rule for ${field}`,
      ask: "Fill gaps, ask where both differ",
      fill: "Fill gaps, else keep the record",
      take: "Take from the file",
      keep: "Keep the record",
    },
    sameAll: (count: number) => (count === 1 ? "It is the same person" : `All ${count} are the same people`),
    sameAllHelp: "For each row the likeliest person is taken.",
    post: {
      begin: (from: string, to: string | null) =>
        to ? `Appointed from ${from} to ${to}` : `Appointed from ${from}`,
      renew: (last: string, from: string) =>
        `The present appointment ends with ${last}, and a new one begins on ${from}`,
      prove: (from: string) => `The unknown decision of the appointment becomes known, from ${from}`,
      nothing: "The appointment is there already",
    },
    gains: "Topics and languages added",
    appointment: "Appointment",
    decision: (name: string) => `by ${name}`,
  },
});
