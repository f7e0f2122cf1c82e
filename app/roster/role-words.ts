/** What roles and networks of speakers are called: apart from the other words, for pages of other rooms that name them alone. */
import { defineWords } from "~/platform/words";

export const roleWords = defineWords({
  vi: {
    roles: { rapporteur: "Báo cáo viên", communicator: "Tuyên truyền viên" },
    networks: {
      party: "Của Đảng",
      grassroots_info: "Thông tin cơ sở (NĐ 49/2024)",
      legal_education: "Phổ biến pháp luật",
    },
  },
  en: {
    roles: { rapporteur: "Rapporteur", communicator: "Communicator" },
    networks: {
      party: "The Party's",
      grassroots_info: "Grassroots information (Decree 49/2024)",
      legal_education: "Legal education",
    },
  },
});
