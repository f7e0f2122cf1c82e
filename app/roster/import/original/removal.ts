/** Which imports may be thrown away: of these the roster holds nothing. */

export function isRemovable(state: string): boolean {
  return ["understood", "failed", "cancelled"].includes(state);
}
