/** Light, dark, or as the device: kept in a cookie, so that the server draws it without a flash. */
export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

export function themeOf({ headers }: { headers: Headers }): Theme {
  const chosen = /(?:^|;\s*)theme=(light|dark)\b/.exec(headers.get("Cookie") ?? "")?.[1];
  return chosen === "light" || chosen === "dark" ? chosen : "system";
}
