/** What the sample department's library holds: titles, numbers and a sheet of plain text each. */
import type { Day } from "~/platform/clock";
import { addDays, showDay } from "~/platform/clock";

interface EntryVersion {
  file: string;
  lines: string[];
  /** Days since it went out; as the entry without it. */
  daysAgo?: number;
  change?: string;
  asksAgain?: boolean;
}

interface EntryRule {
  roles?: string[];
  levels?: string[];
  staff?: string[];
}

export interface Entry {
  title: string;
  number: string | null;
  issuer: string | null;
  kind: string;
  circulation: string;
  summary: string | null;
  state: string;
  daysAgo: number;
  /** Which of the four conferences, 0 the oldest. */
  month?: number;
  /** Words of the topic, without tone marks. */
  topic?: string;
  groups?: string[];
  /** Last day of validity, from today; negative: it is over. */
  validFor?: number;
  /** Last day to acknowledge, from today. */
  acknowledgeIn?: number;
  /** Kept by a ward, not by the department. */
  ward?: boolean;
  isTrashed?: boolean;
  rules: EntryRule[];
  versions: EntryVersion[];
}

const issuer = "Ban Tuyên giáo và Dân vận Tỉnh ủy Lam Giang";
const speakers: EntryRule[] = [
  { roles: ["rapporteur", "communicator"], staff: ["commune_officer", "commune_leader"] },
];
const rapporteurs: EntryRule[] = [
  { roles: ["rapporteur"], staff: ["commune_officer", "commune_leader", "department_leader"] },
];

/** Titles that other parts of the stage name. */
export const handedOut = {
  waiting: "Đề cương hướng dẫn phân loại rác tại nguồn, phường Cửa Lam",
  word: "Nhờ anh xem giúp phần thời gian thu gom, em đã lấy theo lịch mới của công ty môi trường.",
  withdrawn: "Số liệu trang 2 chưa thống nhất với Cục Thống kê",
  superseded: ["Hỏi đáp về dịch vụ công trực tuyến", "Hỏi đáp về dịch vụ công trực tuyến (bản năm nay)"],
  collection: "Chuyên đề chuyển đổi số ở cơ sở",
  members: [
    "Hỏi đáp về dịch vụ công trực tuyến (bản năm nay)",
    "Nhận biết lừa đảo qua điện thoại và mạng xã hội",
    "Hỏi đáp về dịch vụ công trực tuyến",
  ],
  conference: (heldOn: Day) => `Hội nghị báo cáo viên tháng ${showDay(heldOn).slice(3)}`,
};

/** Oldest first: lists show the newest on top. */
export function entriesOf(day: Day): Entry[] {
  const month = (daysAgo: number) => showDay(addDays(day, -daysAgo)).slice(3);
  const guidance = (at: number, daysAgo: number): Entry => ({
    ...{ title: `Nội dung thông tin tháng ${month(daysAgo)}`, number: `${20 + at}-HD/BTGDVTU`, issuer },
    ...{ kind: "guidance", circulation: "internal", state: "published", daysAgo, month: at },
    summary: "Lịch công tác, các mốc thời gian và đầu mối cung cấp tài liệu trong tháng.",
    rules: speakers,
    ...(at === 3 && { acknowledgeIn: 4 }),
    versions: [
      {
        file: `noi-dung-thang-${month(daysAgo).replace("/", "-")}.pdf`,
        lines: [
          `1. Lịch: hội nghị báo cáo viên họp trực tuyến tới các điểm cầu cấp xã trong tháng ${month(daysAgo)}.`,
          "2. Tài liệu: lấy ở mục Tài liệu của hệ thống, không dùng bản chuyền tay.",
          "3. Ghi buổi: mỗi buổi tuyên truyền ghi trong ngày, số người nghe theo nhóm, không ghi tên người nghe.",
          "4. Báo cáo: đơn vị gửi số liệu trước ngày 25; vướng mắc báo về Phòng Lý luận chính trị.",
        ],
      },
    ],
  });
  const bulletin = (daysAgo: number, number: number): Entry => ({
    ...{ title: `Bản tin sinh hoạt chi bộ tháng ${month(daysAgo)}`, number: `Số ${number}`, issuer },
    ...{ kind: "bulletin", circulation: "public", state: "published", daysAgo, summary: null },
    rules: speakers,
    groups: ["cadres"],
    versions: [
      {
        file: `ban-tin-${month(daysAgo).replace("/", "-")}.pdf`,
        lines: [
          "Tin trong tỉnh: tiến độ các công trình giao thông nông thôn, lịch tiếp xúc cử tri.",
          "Gương người tốt, việc tốt: tổ dân phố tự quản đường hoa, nhóm giúp nhau thu hoạch.",
          "Hỏi đáp: thủ tục đổi thẻ, cách đăng ký dịch vụ công trực tuyến.",
        ],
      },
    ],
  });
  return [
    guidance(0, 92),
    bulletin(84, 8),
    {
      ...{
        title: "Hỏi đáp về dịch vụ công trực tuyến",
        number: "31-TL/BTGDVTU",
        issuer,
        topic: "chuyen doi so",
      },
      ...{ kind: "reference", circulation: "public", state: "published", daysAgo: 80, month: 0 },
      ...{ summary: "Hai mươi câu người dân hay hỏi nhất.", rules: speakers, groups: ["everybody"] },
      versions: [
        {
          file: "hoi-dap-dich-vu-cong.pdf",
          lines: [
            "Hỏi: Nộp hồ sơ trực tuyến cần gì? Đáp: Tài khoản định danh điện tử và bản chụp giấy tờ.",
            "Hỏi: Ai giúp người cao tuổi? Đáp: Tổ công nghệ số cộng đồng ở mỗi tổ dân phố, thôn, bản.",
          ],
        },
      ],
    },
    guidance(1, 61),
    {
      ...{
        title: "Phòng cháy trong mùa hanh khô: đề cương nói chuyện ở thôn, bản",
        issuer,
        topic: "nong thon moi",
      },
      ...{ number: "37-ĐC/BTGDVTU", kind: "outline", circulation: "speakers_only", state: "published" },
      ...{ daysAgo: 55, month: 1, summary: "Bốn việc mỗi gia đình làm được ngay.", rules: rapporteurs },
      groups: ["farmers", "ethnic_minorities"],
      versions: [
        {
          ...{ file: "phong-chay-mua-hanh-kho.pdf", daysAgo: 55 },
          lines: [
            "Việc thứ nhất: dọn cỏ khô quanh nhà, giữ khoảng cách với rừng ít nhất mười mét.",
            "Việc thứ hai: không đốt nương khi có gió cấp bốn trở lên.",
            "Việc thứ ba: để sẵn nước, cát và dụng cụ dập lửa.",
            "Số gọi khi có cháy: 114.",
          ],
        },
        {
          ...{ file: "phong-chay-mua-hanh-kho-ban-2.pdf", daysAgo: 20 },
          change: "Thêm việc thứ tư và số điện thoại của ban chỉ huy cấp xã.",
          asksAgain: true,
          lines: [
            "Việc thứ nhất: dọn cỏ khô quanh nhà, giữ khoảng cách với rừng ít nhất mười mét.",
            "Việc thứ hai: không đốt nương khi có gió cấp bốn trở lên.",
            "Việc thứ ba: để sẵn nước, cát và dụng cụ dập lửa.",
            "Việc thứ tư: người già, trẻ nhỏ biết lối ra gần nhất.",
            "Số gọi khi có cháy: 114; ban chỉ huy cấp xã trực hai mươi bốn giờ.",
          ],
        },
      ],
    },
    {
      ...{ title: "Số liệu kinh tế - xã hội chín tháng", number: "40-TL/BTGDVTU", issuer, month: 1 },
      ...{ kind: "material", circulation: "internal", state: "published", daysAgo: 50, validFor: -12 },
      ...{ summary: "Dùng đến khi có số liệu cả năm.", rules: speakers },
      versions: [
        {
          file: "so-lieu-chin-thang.pdf",
          lines: ["Bảng 1: sản lượng lương thực.", "Bảng 2: thu ngân sách.", "Bảng 3: việc làm mới."],
        },
      ],
    },
    {
      ...{ title: "Tóm tắt quy hoạch giao thông của tỉnh", number: "41-TL/BTGDVTU", issuer },
      ...{ kind: "material", circulation: "internal", state: "withdrawn", daysAgo: 40, summary: null },
      rules: speakers,
      versions: [{ file: "quy-hoach-giao-thong.pdf", lines: ["Các tuyến đường sẽ mở trong hai năm tới."] }],
    },
    guidance(2, 33),
    bulletin(30, 10),
    {
      ...{ title: "Nhận biết lừa đảo qua điện thoại và mạng xã hội", number: "44-CĐ/BTGDVTU", issuer },
      ...{
        kind: "talk",
        circulation: "public",
        state: "published",
        daysAgo: 26,
        month: 2,
        topic: "chuyen doi so",
      },
      ...{
        summary: "Sáu thủ đoạn thường gặp và cách xử lý.",
        rules: speakers,
        groups: ["elderly", "students"],
      },
      versions: [
        {
          file: "nhan-biet-lua-dao.pdf",
          lines: [
            "Không đọc mã xác thực cho bất kỳ ai, kể cả người xưng là cán bộ ngân hàng.",
            "Gọi lại theo số chính thức trước khi chuyển tiền.",
            "Báo công an xã, phường khi đã lỡ chuyển tiền: càng sớm càng tốt.",
          ],
        },
      ],
    },
    {
      ...{
        title: "Hỏi đáp về dịch vụ công trực tuyến (bản năm nay)",
        number: "46-TL/BTGDVTU",
        issuer,
        topic: "chuyen doi so",
      },
      ...{ kind: "reference", circulation: "public", state: "published", daysAgo: 14, month: 3 },
      ...{ summary: "Thay bản trước: thêm mục đất đai và hộ tịch.", rules: speakers, groups: ["everybody"] },
      versions: [
        {
          file: "hoi-dap-dich-vu-cong-moi.pdf",
          lines: [
            "Hỏi: Đăng ký đất đai trực tuyến được chưa? Đáp: Được, nộp ở cổng dịch vụ công quốc gia.",
            "Hỏi: Khai sinh cho con cần đến ủy ban không? Đáp: Không, kết quả gửi về tận nhà.",
          ],
        },
      ],
    },
    guidance(3, 5),
    {
      ...{ title: "Gợi ý trả lời cử tri về lịch thu gom rác", number: null, issuer: null, daysAgo: 9 },
      ...{ kind: "reference", circulation: "internal", state: "draft", summary: null, isTrashed: true },
      rules: [],
      versions: [{ file: "goi-y-tra-loi.pdf", lines: ["Bản nháp chưa hoàn chỉnh."] }],
    },
    {
      ...{ title: handedOut.waiting, number: null, issuer: "Đảng ủy phường Cửa Lam", daysAgo: 1 },
      ...{ kind: "outline", circulation: "internal", state: "draft", summary: null, ward: true },
      rules: [],
      versions: [
        {
          file: "phan-loai-rac-tai-nguon.pdf",
          lines: [
            "Ba loại: rác tái chế, rác thực phẩm, rác còn lại.",
            "Thu gom: rác thực phẩm hằng ngày; rác tái chế thứ bảy.",
            "Hỏi đáp với các hộ kinh doanh ăn uống.",
          ],
        },
      ],
    },
    {
      ...{ title: "Đề cương giới thiệu lễ hội văn hóa các dân tộc tỉnh", number: null, issuer, daysAgo: 0 },
      ...{ kind: "outline", circulation: "public", state: "draft", summary: null, topic: "van hoa" },
      rules: [],
      versions: [
        {
          file: "le-hoi-van-hoa.pdf",
          lines: ["Lịch các hoạt động trong ba ngày.", "Đường đến, chỗ gửi xe."],
        },
      ],
    },
  ];
}
