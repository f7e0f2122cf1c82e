/** How the trail says what happened to whom a material is for: apart, so that pages of the trail stay light. */
import { defineWords } from "~/platform/words";

export const trailWords = defineWords({
  vi: {
    facts: {
      audience: "Người nhận",
      acknowledgeBy: "Hạn xác nhận",
      publishAt: "Hẹn phát hành",
      told: "Đã báo tin",
      withoutAccount: "Chưa có tài khoản",
    },
    actions: {
      "material.addressed": "Chọn người nhận",
      "material.published": "Phát hành",
      "material.scheduled": "Hẹn giờ phát hành",
      "material.unscheduled": "Bỏ hẹn giờ phát hành",
      "material.recipients_exported": "Xuất danh sách người nhận",
    },
  },
  en: {
    facts: {
      audience: "Audience",
      acknowledgeBy: "Acknowledge by",
      publishAt: "Publishes at",
      told: "Told",
      withoutAccount: "Without an account",
    },
    actions: {
      "material.addressed": "Audience chosen",
      "material.published": "Published",
      "material.scheduled": "Scheduled to publish",
      "material.unscheduled": "Schedule cancelled",
      "material.recipients_exported": "Audience list exported",
    },
  },
});
