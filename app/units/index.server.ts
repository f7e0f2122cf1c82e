/** The door of the units for server code: who sees what, finding, adding and matching units. */

export { areaOf } from "./areas.server";
export { type Grouping, listGroupings } from "./groupings.server";
export { reachesAll, reachOf } from "./reach.server";
export { amongSql, amongUnitsSql, underSql, within, withinSql, withinUnits } from "./scope.server";
export { changeUnit, moveUnit } from "./unit-changes.server";
export { countUnits } from "./unit-counts.server";
export { factsOfUnit } from "./unit-facts.server";
export { addUnit, closeUnit, reopenUnit } from "./unit-openings.server";
export { searchUnits } from "./unit-search.server";
export { listChildren, listRoots } from "./unit-tree.server";
export { findUnit, listUnitsForMatching, type MatchableUnit, type Unit } from "./units.server";
