/** Family names of Viet Nam, of all its peoples: they tell "Ông Trần Văn An", a form of address, from Ông Ích Khiêm, a name. */

const names =
  "nguyễn trần lê phạm huỳnh hoàng phan vũ võ đặng bùi đỗ hồ ngô dương lý đào đoàn vương trịnh trương đinh lâm phùng mã hà tạ " +
  "lương lưu cao thái châu quách triệu nông lò lường quàng cầm giàng sùng thào vàng hờ mùa cứ mông điểu lục vi tống tô từ chử " +
  "kiều khổng khúc lã lại phí phó quản thạch thân thiều tiêu tôn viên nghiêm mạc mẫn đàm đồng hứa hàn doãn âu bạch bành biện " +
  "cấn chế chu cung cù diệp đậu điền đới đường giáp hạ kha khuất kim la lều liễu lỗ lư lữ mai mẫu ngụy nguỵ nhâm nhữ ninh ong " +
  "phương sầm sử tăng thẩm tiết tòng trà trang ứng xa yên ma thò vừ và lầu cà bế chảo tẩn phàn chẻo hảng thò ly sô rơ ksor " +
  "siu rah nay cil kơ bon pi chamaléa katơr zơrâm alăng bríu danh sơn trà đàng đạo y a h k ka rcom rmah kpă niê";

const known = new Set(names.split(" "));

/** Those of most people, which are no middle names: "Ông Trần Nam" is an address, "Ông Kim Lan" may be a name. */
const common = new Set(
  "nguyễn trần lê phạm huỳnh phan vũ võ đặng bùi đỗ ngô dương trương đinh trịnh lương nông giàng".split(" "),
);

export function isCommonFamilyName(word: string): boolean {
  return common.has(word.normalize("NFC").toLowerCase());
}

/** "Trần", "GIÀNG", "H'Hen": how a name can begin. */
export function isFamilyName(word: string): boolean {
  return known.has(
    word
      .normalize("NFC")
      .toLowerCase()
      .replace(/['’].*$/u, ""),
  );
}
