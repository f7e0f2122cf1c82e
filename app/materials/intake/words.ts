/** The words of putting files in: what is checked, what is refused, and which law says so. */
import { defineWords } from "~/platform/words";

export const words = defineWords({
  vi: {
    notDeclared: "Hãy đánh dấu xác nhận tệp không chứa bí mật nhà nước trước khi đưa lên.",
    markTitle: "Tệp bị từ chối vì có dấu chỉ độ mật",
    /** For somebody whose file carried a mark. */
    markInName:
      "Tên tệp mang dấu chỉ độ mật (Mật, Tối mật hoặc Tuyệt mật), nên tệp không được nhận và không có gì được lưu lại.",
    markInText:
      "Tệp vừa đưa lên mang dấu chỉ độ mật (Mật, Tối mật hoặc Tuyệt mật). Tệp đã bị xóa; hệ thống chỉ giữ mã kiểm tra của tệp, người đưa lên và thời điểm.",
    known: "Tệp này từng bị từ chối hoặc xóa hẳn vì chứa bí mật nhà nước, nên không được nhận.",
    law: "Điều 5 Luật Bảo vệ bí mật nhà nước số 117/2025/QH15 nghiêm cấm soạn thảo, lưu giữ tài liệu chứa bí mật nhà nước trên máy tính, thiết bị đang kết nối mạng. Hãy chuyển tài liệu qua văn thư, theo chế độ gửi nhận tài liệu mật, và báo cho cán bộ phụ trách bảo mật của đơn vị.",
    mistaken:
      "Nếu đây không phải là tài liệu mật mà chỉ có dòng chữ trông giống dấu chỉ độ mật, hãy sửa dòng ấy rồi đưa lên lại.",
    unfit: (name: string, why: string) => `Tệp “${name}” không được nhận. ${why}`,
    badLink: "Địa chỉ phải bắt đầu bằng http:// hoặc https://.",
    linkName: "Tên đường dẫn",
    linkAddress: "Địa chỉ (http, https)",
    stillChecking: "Còn tệp đang được kiểm tra. Chờ kiểm tra xong rồi tách.",
    noReason: "Ghi lý do xóa hẳn.",
    steps: {
      fetch: "Đang lấy tệp",
      text: "Đang đọc văn bản",
      marks: "Đang tìm dấu chỉ độ mật",
      scans: "Đang nhận dạng chữ trên trang quét",
    },
    actions: {
      "material.file_added": "Thêm tệp vào tài liệu",
      "material.link_added": "Thêm đường dẫn vào tài liệu",
      "material.file_refused": "Từ chối tệp mang dấu chỉ độ mật",
      "material.file_purged": "Xóa hẳn tệp chứa bí mật nhà nước",
      "material.file_reread": "Yêu cầu đọc lại tệp",
    },
    fields: {
      file: "Tệp",
      url: "Địa chỉ",
      reason: "Lý do",
      copies: "Số nơi đã xóa",
    },
  },
  en: {
    notDeclared: "First tick that the files hold no state secret.",
    markTitle: "The file was refused: it carries a mark of secrecy",
    markInName:
      "The file's name carries a mark of secrecy (Mật, Tối mật or Tuyệt mật), so it was not taken and nothing was kept.",
    markInText:
      "The file carries a mark of secrecy (Mật, Tối mật or Tuyệt mật). It was removed; only its checksum, who put it in and when are kept.",
    known:
      "This file was refused or removed for good before, because it holds state secrets. It is not taken.",
    law: "Article 5 of the Law on the Protection of State Secrets, 117/2025/QH15, forbids drafting or keeping documents with state secrets on a computer or device that is connected to a network. Hand the document to the registry (văn thư) by the procedure for secret documents, and tell whoever is in charge of secrecy in your unit.",
    mistaken:
      "If this is no secret document and only has a line that looks like a mark, reword that line and put it in again.",
    unfit: (name: string, why: string) => `The file “${name}” was not taken. ${why}`,
    badLink: "The address must begin with http:// or https://.",
    linkName: "Name of the link",
    linkAddress: "Address (http, https)",
    stillChecking: "A file is still being checked. Part them when that is done.",
    noReason: "Say why it is removed for good.",
    steps: {
      fetch: "Fetching the file",
      text: "Reading the text",
      marks: "Looking for marks of secrecy",
      scans: "Reading scanned pages",
    },
    actions: {
      "material.file_added": "File added to a material",
      "material.link_added": "Link added to a material",
      "material.file_refused": "File with a mark of secrecy refused",
      "material.file_purged": "File with state secrets removed for good",
      "material.file_reread": "File to be read again",
    },
    fields: {
      file: "File",
      url: "Address",
      reason: "Reason",
      copies: "Places it was removed from",
    },
  },
});
