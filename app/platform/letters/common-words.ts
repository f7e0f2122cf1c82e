/** Words with tone marks that rosters are full of: names of people, posts, units. They settle which of two readings is meant. */

const names =
  "nguyễn trần lê phạm huỳnh hoàng phan vũ võ đặng bùi đỗ hồ ngô dương lý đào đoàn vương trịnh trương đinh lâm phùng mã hà " +
  "tạ lương lưu cao thái châu quách triệu nông lò lường quàng cầm giàng sùng thào vàng hờ mùa cứ mông điểu lục vi tống tô từ " +
  "chử kiều khổng khúc lã lại ông phó phí quản thạch thân thiều tiêu tôn viên úc ân ấu nghiêm mạc mẫn đàm đồng hứa hàn doãn " +
  "thị văn hữu đức công đình bá thế quang quốc xuân ngọc minh thanh thành trọng tiến duy kim bích mỹ phương thuý thúy thuỷ thủy " +
  "hồng thu tuyết ánh ái ẩn ân bảo bằng bình bính bộ bích biên cảnh cẩm chí chiến chính chung cúc cường danh diễm diệp diệu dũng " +
  "duyên đạo đạt đệ điền điệp định đô đông đường giáp hải hạ hạnh hảo hào hậu hằng hân hiền hiển hiệp hiếu hiệu hoà hòa hoài hoán " +
  "hoạt hợi hợp huấn huệ huế hùng hưng hương hường huy huyền khải khánh khiêm khoa khôi khuê kiên kiệt kỳ kỷ lạc lài lân lập lễ " +
  "liên liễu lệ lộc lợi luân luận luật lực lựu mai mạnh mão mận mẫu mến mười mừng nam năm nết nga ngà ngân nghĩa nghị nguyên nguyệt " +
  "nhã nhàn nhâm nhật nhi nhị nhung như nhường ninh phấn phát phi phong phú phúc phụng phước phượng quân quế quý quyên quyền quyết " +
  "quỳnh sáng sáu sâm sen sĩ sơn sự tài tám tâm tân tấn thảo thạo thắm thăng thắng thập thêm thiện thiết thịnh thoa thoại thông thơ " +
  "thơm thuận thục thư thương thưởng thường tịnh tín tình tỉnh toán toàn tới trà trâm trang tráng trí triều trình trung trúc trường " +
  "tú tuấn tuệ tùng tuyến tuyền tường tưởng tý uyên vân vấn viện việt vinh vĩnh vỹ vỵ vượng yên yến yêu ý ơn út ún";

const trade =
  "báo cáo viên tuyên truyền danh sách họ và tên năm sinh nữ chức vụ trình độ chuyên môn điện thoại ghi chú đơn vị đảng ủy uỷ bộ " +
  "phường xã tỉnh thị trấn đặc khu quận huyện bí thư phó chủ tịch trưởng ban thường trực hội nông dân phụ cựu chiến binh đoàn niên " +
  "liên hiệp công chức văn hóa hoá xã hội hiệu trường giảng tâm chính trị trạm tế tổ dân phố thôn bản chi cử nhân thạc sĩ sỹ tiến " +
  "triết học đại kinh luật sư phạm ngữ hành nghiệp quản lý giáo dục sơ trung cấp cao kiêm nhiệm quyết định số ngày tháng của kèm " +
  "theo nhiệm kỳ lĩnh vực chuyên đề tiếng dân tộc ngoại giới tính đồng chí tổng cộng nơi công tác mặt trận tổ quốc việt nam hà nội " +
  "xây dựng cán nghị chỉ chuyển đổi biển đảo biên tôn pháp bảo vệ nền tảng tư tưởng tập làm bác chủ sở văn phòng ủy viên giám đốc";

/** Short forms of the trade that are no syllables; "đ" is what "đ/c" begins with. */
const short = "đ đt sđt đtdđ dđ đđ qđ đu đv đb tđ tđcm cđ đh đhsp hđnd đtn đtncs đcs bcđ lđ lđlđ đk";

const common = new Set(`${names} ${trade} ${short}`.split(" "));

export function isCommon(word: string): boolean {
  return common.has(word.toLowerCase());
}
