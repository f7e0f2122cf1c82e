/** Which levels still take people. */
import type { Day } from "~/platform/clock";
import type { Level } from "~/units";

/** The district level ended with June 2025: what stood then stays readable, nothing new begins there. */
export function isLevelOpen(level: Level, startsOn: Day, lastDistrictDay: Day): boolean {
  return level !== "district_legacy" || startsOn <= lastDistrictDay;
}
