/** What forms say of a value that cannot stand. */
import { defineWords } from "./words";

export const formWords = defineWords({
  vi: {
    required: "Cần điền mục này.",
    tooLong: (most: number) => `Dài quá ${most} ký tự.`,
    tooShort: (least: number) => `Cần ít nhất ${least} ký tự.`,
    atMost: (most: number) => `Không được lớn hơn ${most}.`,
    atLeast: (least: number) => `Không được nhỏ hơn ${least}.`,
    chooseOne: "Cần chọn ít nhất một.",
    email: "Địa chỉ thư điện tử chưa đúng.",
    invalid: "Giá trị này chưa đúng.",
  },
  en: {
    required: "This is required.",
    tooLong: (most: number) => `At most ${most} characters.`,
    tooShort: (least: number) => `At least ${least} characters.`,
    atMost: (most: number) => `At most ${most}.`,
    atLeast: (least: number) => `At least ${least}.`,
    chooseOne: "Choose at least one.",
    email: "This is not an e-mail address.",
    invalid: "This value is not right.",
  },
});
