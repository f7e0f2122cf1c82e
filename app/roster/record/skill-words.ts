/** The words of skills that lists need too: levels, states, filters, and what their forms refuse. */
import { defineWords } from "~/platform/words";

export const skillWords = defineWords({
  vi: {
    topicLevels: { interested: "Quan tâm", experienced: "Có kinh nghiệm", certified: "Được chứng nhận" },
    languageLevels: { basic: "Giao tiếp cơ bản", conversational: "Khá", fluent: "Thạo" },
    qualificationStates: { valid: "Còn hạn", expiring: "Sắp hết hạn", expired: "Đã hết hạn" },
    listFilters: {
      topic: "Chuyên đề",
      topicLevel: "Mức độ chuyên đề, từ",
      language: "Ngôn ngữ",
      languageLevel: "Mức độ ngôn ngữ, từ",
      qualification: "Chứng chỉ",
      theory: "Lý luận chính trị",
      gender: "Giới tính",
      age: "Tuổi",
      young: "Dưới 40 tuổi",
      qualificationIs: (state: string) => `Chứng chỉ: ${state.toLowerCase()}`,
      atLeast: (what: string, level: string) => `${what}, từ mức ${level.toLowerCase()}`,
      theoryIs: (level: string) => `Lý luận: ${level.toLowerCase()}`,
    },
    errors: {
      languageTwice: "Một ngôn ngữ chỉ ghi một dòng.",
      expiresBeforeIssued: "Ngày hết hạn phải sau ngày cấp.",
      lastBeforeFirst: "Ngày cuối phải sau ngày đầu.",
    },
  },
  en: {
    topicLevels: { interested: "Interested", experienced: "Experienced", certified: "Certified" },
    languageLevels: { basic: "A little", conversational: "Well", fluent: "Fluently" },
    qualificationStates: { valid: "Valid", expiring: "Expires soon", expired: "Expired" },
    listFilters: {
      topic: "Topic",
      topicLevel: "Level of the topic, at least",
      language: "Language",
      languageLevel: "Level of the language, at least",
      qualification: "Qualification",
      theory: "Political theory",
      gender: "Gender",
      age: "Age",
      young: "Under 40",
      qualificationIs: (state: string) => `Qualification: ${state.toLowerCase()}`,
      atLeast: (what: string, level: string) => `${what}, at least ${level.toLowerCase()}`,
      theoryIs: (level: string) => `Theory: ${level.toLowerCase()}`,
    },
    errors: {
      languageTwice: "A language stands in one line only.",
      expiresBeforeIssued: "It must expire after it was issued.",
      lastBeforeFirst: "The last day must come after the first.",
    },
  },
});
