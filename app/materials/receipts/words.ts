/** The words of who has read and who has not. */
import { defineWords } from "~/platform/words";

export const words = defineWords({
  vi: {
    title: "Ai đã đọc",
    byPeople: "Theo người",
    byUnits: "Theo đơn vị",
    views: "Cách xem",
    version: (number: number) => `Bản ${number}`,
    versionNow: (number: number) => `Bản ${number} (đang dùng)`,
    versions: "Bản của tài liệu",
    notPublished: "Chưa phát hành bản nào",
    notPublishedWhy: "Sau khi phát hành, trang này cho biết ai đã mở, đã tải và đã xác nhận.",
    earlier: (number: number) => `Đồng chí đang xem bản ${number}, không phải bản người đọc đang dùng.`,
    notOut: "Tài liệu không còn phát hành: người đọc không mở được, số liệu là của lúc còn phát hành.",
    deadline: (day: string) => `Hạn xác nhận: ${day}.`,
    deadlinePast: (day: string, left: string) =>
      `Đã quá hạn xác nhận (${day}), còn ${left} người chưa xác nhận.`,
    noDeadline: "Bản này không yêu cầu xác nhận; trang này cho biết ai đã mở và đã tải.",
    escalatedAt: (moment: string) => `Đã báo lãnh đạo các đơn vị lúc ${moment}.`,
    acknowledged: "Đã xác nhận",
    opened: "Đã mở",
    downloaded: "Đã tải",
    reminded: "Đã nhắc",
    recipients: "Người nhận",
    noAccount: "Chưa có tài khoản",
    elsewhere: (count: string) =>
      `Trong đó ${count} người ngoài đơn vị đồng chí phụ trách, chỉ tính số, không nêu tên.`,
    ownOnly: "Chỉ gồm người thuộc đơn vị đồng chí phụ trách.",
    state: "Tình trạng",
    states: {
      untouched: "Chưa mở",
      seen: "Đã mở hoặc tải, chưa xác nhận",
      acknowledged: "Đã xác nhận",
      no_account: "Chưa có tài khoản",
    },
    seenPlain: "Đã mở hoặc tải",
    all: "Tất cả",
    left: "Chưa xác nhận",
    gone: "Không còn thuộc đối tượng",
    goneHelp: "Đã xác nhận, nay không còn thuộc đối tượng",
    search: "Tìm theo tên",
    searchUnit: "Tìm đơn vị",
    name: "Họ và tên",
    unit: "Đơn vị",
    under: "Thuộc đơn vị",
    people: "Người nhận",
    percent: "Tỷ lệ xác nhận",
    listLabel: "Người nhận tài liệu",
    unitsLabel: "Các đơn vị có người nhận",
    none: "Không có ai như vậy",
    noneWhy: "Bỏ bớt điều kiện lọc để xem thêm.",
    nobody: "Chưa có ai là đối tượng của tài liệu",
    nobodyWhy: "Đối tượng được chọn ở thẻ Đối tượng.",
    worstFirst: "Đơn vị còn nhiều người chưa đọc đứng trước",
    treeOrder: "Theo cây tổ chức",
    order: "Thứ tự",
    remind: (count: string) => `Nhắc ${count} người`,
    remindAgain: (count: string) => `Nhắc lại cả ${count} người vừa nhắc trong 24 giờ qua`,
    remindHelp: "Chỉ nhắc những người trong danh sách đang lọc mà chưa xác nhận.",
    remindNobody: "Không còn ai trong danh sách này cần nhắc lúc này.",
    silent: (count: string) => `${count} người chưa có tài khoản nên không nhắc được qua ứng dụng.`,
    escalate: "Báo lãnh đạo đơn vị",
    escalateAll: "Báo lãnh đạo các đơn vị có người chưa xác nhận",
    escalateUnit: "Báo lãnh đạo",
    exportTitle: "Ai đã đọc",
    exportUnits: "Mức độ đọc theo đơn vị",
    account: "Tài khoản",
    hasAccount: "Có",
    hasNoAccount: "Chưa có",
    toasts: {
      reminded: (told: number, mailed: number, silent: number) =>
        [
          `Đã nhắc ${told} người`,
          mailed > 0 ? `${mailed} người được gửi cả thư điện tử` : "",
          silent > 0 ? `${silent} người chưa có tài khoản nên không nhắc được` : "",
        ]
          .filter(Boolean)
          .join("; ")
          .concat("."),
      escalated: (leaders: number, people: number, headless: number) =>
        `Đã báo ${leaders} lãnh đạo về ${people} người chưa xác nhận${
          headless > 0 ? `; ${headless} người thuộc đơn vị chưa có lãnh đạo dùng ứng dụng` : ""
        }.`,
    },
    notices: {
      reminder: (title: string, day: string) => `Nhắc đọc: "${title}", xác nhận trước hết ngày ${day}`,
      reminderLate: (title: string, day: string) => `Nhắc đọc: "${title}", đã quá hạn xác nhận ngày ${day}`,
      escalated: (count: number, title: string, day: string) =>
        `${count} người của đơn vị chưa xác nhận "${title}" (hạn ${day})`,
    },
    mail: {
      reminderTitle: (title: string) => `Nhắc đọc: ${title}`,
      reminder: (name: string, title: string, day: string, link: string) =>
        `Kính gửi đồng chí ${name},\n\nTài liệu "${title}" đang chờ đồng chí đọc và xác nhận, hạn ${day}.\n\nMở tài liệu: ${link}\n\nThư này do hệ thống gửi, đồng chí không cần trả lời.`,
      escalatedTitle: (title: string) => `Người của đơn vị chưa xác nhận: ${title}`,
      escalated: (name: string, count: number, title: string, day: string, link: string) =>
        `Kính gửi đồng chí ${name},\n\n${count} người của đơn vị chưa xác nhận đã đọc tài liệu "${title}" (hạn ${day}).\n\nDanh sách: ${link}\n\nThư này do hệ thống gửi, đồng chí không cần trả lời.`,
    },
    errors: {
      newerVersion: "Tài liệu đã có bản mới hơn. Hãy mở bản mới rồi xác nhận.",
      notOut: "Chỉ nhắc được về bản mà người đọc đang dùng.",
      notAsked: "Bản này không yêu cầu xác nhận nên không có gì để nhắc.",
      listGrew: (count: number) =>
        `Danh sách vừa thay đổi: nay là ${count} người. Tải lại trang, xem rồi nhắc.`,
      nobodyToRemind: "Không còn ai trong danh sách này cần nhắc.",
      nobodyLeft: "Mọi người đều đã xác nhận.",
      noHeads: "Các đơn vị này chưa có lãnh đạo nào dùng ứng dụng.",
    },
    audit: {
      actions: {
        "material.acknowledged": "xác nhận đã đọc tài liệu",
        "material.reminded": "nhắc đọc tài liệu",
        "material.escalated": "báo lãnh đạo đơn vị về người chưa đọc",
        "material.readersExported": "xuất danh sách ai đã đọc",
        "material.figuresExported": "xuất số liệu đọc tài liệu",
      },
      fields: { version: "Bản", people: "Số người", leaders: "Số lãnh đạo", rows: "Số dòng", period: "Kỳ" },
    },
  },
  en: {
    title: "Who has read",
    byPeople: "By person",
    byUnits: "By unit",
    views: "View",
    version: (number: number) => `Version ${number}`,
    versionNow: (number: number) => `Version ${number} (in use)`,
    versions: "Version of the material",
    notPublished: "No version is out yet",
    notPublishedWhy: "Once it is published, this page says who has opened, downloaded and acknowledged it.",
    earlier: (number: number) => `You are looking at version ${number}, not the one that readers get.`,
    notOut:
      "The material is not out any more: readers cannot open it, the figures are of the time when it was.",
    deadline: (day: string) => `To be acknowledged by ${day}.`,
    deadlinePast: (day: string, left: string) =>
      `The last day to acknowledge (${day}) is past; ${left} people have not.`,
    noDeadline: "This version asks for no acknowledgement; this page says who has opened and downloaded it.",
    escalatedAt: (moment: string) => `The heads of the units were told on ${moment}.`,
    acknowledged: "Acknowledged",
    opened: "Opened",
    downloaded: "Downloaded",
    reminded: "Reminded",
    recipients: "Recipients",
    noAccount: "No account",
    elsewhere: (count: string) => `${count} of them belong to units outside yours: counted, not named.`,
    ownOnly: "Only people of your own units.",
    state: "State",
    states: {
      untouched: "Not opened",
      seen: "Opened or downloaded, not acknowledged",
      acknowledged: "Acknowledged",
      no_account: "No account",
    },
    seenPlain: "Opened or downloaded",
    all: "All",
    left: "Not acknowledged",
    gone: "No longer addressed",
    goneHelp: "Acknowledged, and no longer among those it is for",
    search: "Search by name",
    searchUnit: "Search units",
    name: "Name",
    unit: "Unit",
    under: "Under the unit",
    people: "Recipients",
    percent: "Acknowledged, %",
    listLabel: "Recipients of the material",
    unitsLabel: "Units with recipients",
    none: "Nobody matches",
    noneWhy: "Take away a filter to see more.",
    nobody: "The material is for nobody yet",
    nobodyWhy: "Whom it is for is chosen under Audience.",
    worstFirst: "Units with the most people who have not read first",
    treeOrder: "In the order of the organisation",
    order: "Order",
    remind: (count: string) => `Remind ${count} people`,
    remindAgain: (count: string) => `Remind again the ${count} reminded within 24 hours`,
    remindHelp: "Only people in the list as filtered who have not acknowledged.",
    remindNobody: "Nobody in this list needs reminding now.",
    silent: (count: string) => `${count} people have no account and cannot be reminded by the app.`,
    escalate: "Tell the heads of units",
    escalateAll: "Tell the heads of units whose people have not acknowledged",
    escalateUnit: "Tell its head",
    exportTitle: "Who has read",
    exportUnits: "Reading by unit",
    account: "Account",
    hasAccount: "Yes",
    hasNoAccount: "No",
    toasts: {
      reminded: (told: number, mailed: number, silent: number) =>
        [
          `${told} people reminded`,
          mailed > 0 ? `${mailed} of them by e-mail too` : "",
          silent > 0 ? `${silent} have no account and could not be` : "",
        ]
          .filter(Boolean)
          .join("; ")
          .concat("."),
      escalated: (leaders: number, people: number, headless: number) =>
        `${leaders} heads of units were told of ${people} people who have not acknowledged${
          headless > 0 ? `; ${headless} people belong to units whose head does not use the app` : ""
        }.`,
    },
    notices: {
      reminder: (title: string, day: string) => `Please read: "${title}", to be acknowledged by ${day}`,
      reminderLate: (title: string, day: string) => `Please read: "${title}", due since ${day}`,
      escalated: (count: number, title: string, day: string) =>
        `${count} people of your unit have not acknowledged "${title}" (due ${day})`,
    },
    mail: {
      reminderTitle: (title: string) => `Please read: ${title}`,
      reminder: (name: string, title: string, day: string, link: string) =>
        `Dear ${name},\n\n"${title}" waits for you to read and acknowledge it, by ${day}.\n\nOpen it: ${link}\n\nThis letter was sent by the system; no answer is needed.`,
      escalatedTitle: (title: string) => `People of your unit have not acknowledged: ${title}`,
      escalated: (name: string, count: number, title: string, day: string, link: string) =>
        `Dear ${name},\n\n${count} people of your unit have not acknowledged "${title}" (due ${day}).\n\nThe list: ${link}\n\nThis letter was sent by the system; no answer is needed.`,
    },
    errors: {
      newerVersion: "A newer version is out. Open that one, then acknowledge it.",
      notOut: "Only the version that readers get can be reminded of.",
      notAsked: "This version asks for no acknowledgement: there is nothing to remind of.",
      listGrew: (count: number) =>
        `The list has just changed: it is ${count} people now. Reload, look, then remind.`,
      nobodyToRemind: "Nobody in this list needs reminding.",
      nobodyLeft: "Everybody has acknowledged.",
      noHeads: "No head of these units uses the app yet.",
    },
    audit: {
      actions: {
        "material.acknowledged": "acknowledged a material",
        "material.reminded": "reminded people of a material",
        "material.escalated": "told heads of units who has not read",
        "material.readersExported": "exported who has read",
        "material.figuresExported": "exported figures of reading",
      },
      fields: { version: "Version", people: "People", leaders: "Heads", rows: "Rows", period: "Period" },
    },
  },
});
