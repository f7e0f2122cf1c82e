/** Words of the big set's materials with the frequencies of real texts (Zipf): the trade's own at the head, then pairs of common syllables. */
import { pick, type Random, randomFrom } from "../../prisma/demo/random.ts";

/** From the most frequent down; "và" stands on every page, the last of them on one in twenty. */
const head =
  `và|của|các|công tác|tuyên truyền|trong|thực hiện|cho|được|với|Đảng|cán bộ|đảng viên|về|nhân dân|phát triển|
  là|có|chính trị|tổ chức|xã hội|đến|Nhà nước|địa phương|những|kinh tế|lãnh đạo|nghị quyết|tăng cường|cấp ủy|
  tuyên truyền miệng|báo cáo viên|nâng cao|nhiệm vụ|chất lượng|xây dựng|không|triển khai|kết quả|tư tưởng|năm|
  hội nghị|kế hoạch|chỉ thị|quán triệt|học tập|cơ sở|đồng chí|ban hành|quy định|pháp luật|chính sách|văn hóa|
  giáo dục|quốc phòng|an ninh|đối ngoại|dư luận|định hướng|thông tin|thời sự|kỷ niệm|phong trào|thi đua|mặt trận|
  đoàn thể|thanh niên|phụ nữ|nông dân|công nhân|cựu chiến binh|đồng bào|dân tộc|tôn giáo|biển đảo|biên giới|
  chuyển đổi số|môi trường|y tế|nông thôn mới|cải cách|hành chính|kiểm tra|giám sát|kỷ luật|tham nhũng|lãng phí|
  tiêu cực|bầu cử|đại hội|nhiệm kỳ|chi bộ|sinh hoạt|chuyên đề|đề cương|tài liệu|phát hành|bí mật|bảo vệ|nhà nước|
  bí mật nhà nước|mật ong|bị mất|bí thư|quận|phường|xã|thôn|bản|Hà Nội|Ba Đình|trung ương|tỉnh ủy|thành ủy`
    .split("|")
    .map((one) => one.trim());

const syllables =
  `an bài bạn bảo bắc bằng biết bình bộ buổi ca cảm cao cầu chăm chiến chính chủ chung chuẩn con cơ cộng cứu dài dạy
  dân dẫn dịch diễn doanh du dũng dự đa đại đáp đạt đẹp đi điểm điều định độc đội đồng đời đủ đường gia giải giao giữ góp
  hành hảo hạnh hiến hiểu hoa hoàn học hội hợp huấn hùng hương ích khai khánh khảo khéo khoa khởi khu kiên kiến kim ký kỳ lao
  lâm lập lễ liên linh loại lợi luật lực lượng lý mai mạnh mẫu minh mở môn mục mừng năng nâng nền nếp ngày nghề nghiệp ngôn
  nguồn nguyên nhà nhân nhập nhiệm nội nông nữ nước ổn phát phân phí phong phối phúc phương quan quang quân quốc quỹ quyền
  rèn rừng sách sản sáng sâu sinh sĩ số sống sơn sử sức tác tài tâm tân tập tạo tế thái thanh thành tháng thắng thân thể thi
  thiện thông thơ thuận thuật thủy thực thương tích tiên tiến tiếp tin tình tính toàn tôn trách trang trí triển trình trọng
  trung truyền trường tuổi tự tương uy vận văn vật vệ viên việc việt vinh vùng vượt xanh xuân xứ yên yêu ý`
    .trim()
    .split(/\s+/);

const count = 3_000;

const words = listWords(randomFrom(7));

function listWords(random: Random): string[] {
  const made = new Set(head);
  while (made.size < count) made.add(`${pick(random, syllables)} ${pick(random, syllables)}`);
  return [...made];
}

/** Draws words: the one of rank r comes half as often as the one of rank r/2. */
export function wordsOf(random: Random): () => string {
  const ends: number[] = [];
  words.reduce((sum, _, rank) => {
    const end = sum + 1 / (rank + 2);
    ends.push(end);
    return end;
  }, 0);
  const whole = ends.at(-1) ?? 1;
  return () => words[firstAbove(ends, random() * whole)] as string;
}

export function rarestOf(): string {
  return words.at(-1) as string;
}

function firstAbove(ends: number[], at: number): number {
  let [low, high] = [0, ends.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] as number) > at) high = middle;
    else low = middle + 1;
  }
  return low;
}
