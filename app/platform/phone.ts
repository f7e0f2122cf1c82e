/** Telephone numbers of Viet Nam: read in any usual spelling, kept as E.164, shown as people write them. */

/** "0912 345 678", "(+84) 912.345.678", "84912345678" give "+84912345678"; null: not a number of Viet Nam. */
export function readPhone(text: string): string | null {
  const digits = text
    .normalize("NFKC")
    .replace(/[\s.\-()]/g, "")
    .replace(/^\+?84(?=\d{8})/, "0");
  // Mobile numbers have ten digits, fixed lines eleven (02 + area + number); both begin with 0.
  return /^(0[35789]\d{8}|02\d{8,9})$/.test(digits) ? `+84${digits.slice(1)}` : null;
}

/** "+84912345678" gives "0912 345 678". */
export function showPhone(phone: string): string {
  const digits = phone.replace(/^\+84/, "0");
  return digits.replace(/^(\d{4})(\d{3})(\d{3,4})$/, "$1 $2 $3");
}
