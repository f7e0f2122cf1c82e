/** What each role is called: apart from the other words, for pages of other rooms that name roles alone. */
import { defineWords } from "~/platform/words";

export const roleWords = defineWords({
  vi: {
    system_administrator: "Quản trị hệ thống",
    department_officer: "Chuyên viên Ban",
    department_leader: "Lãnh đạo Ban",
    commune_officer: "Cán bộ xã, phường",
    commune_leader: "Lãnh đạo xã, phường",
    training_officer: "Cán bộ đào tạo",
    speaker: "Báo cáo viên",
    auditor: "Kiểm soát viên",
  },
  en: {
    system_administrator: "System administrator",
    department_officer: "Department officer",
    department_leader: "Department leader",
    commune_officer: "Commune officer",
    commune_leader: "Commune leader",
    training_officer: "Training officer",
    speaker: "Speaker",
    auditor: "Auditor",
  },
});
