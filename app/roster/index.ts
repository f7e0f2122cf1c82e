/** The door of the roster for browser code: labels, what an appointment is, the picker of a person. */
export {
  type Network,
  networks,
  type Role,
  roles,
  type State,
  stateOn,
  stateWords,
} from "./appointment";
export { bulkTrail } from "./bulk/trail";
export { changeTrail } from "./changes/trail";
export { decisionTrail } from "./decisions/trail";
export { exportTrail } from "./exports/trail";
export { HandoverView } from "./handover/handover-view";
export { handoverSchema } from "./handover/hanging";
export { handoverTrail } from "./handover/trail";
export { words as handoverWords } from "./handover/words";
export { ownTrail } from "./own/trail";
export { words as ownWords } from "./own/words";
export { languages as spokenLanguages, type SpokenLanguage } from "./record/language";
export { languageWords } from "./record/language-words";
export type { TimelineEvent, TimelineSource } from "./record/timeline";
export { recordTrail } from "./record/trail";
export { reviewTrail } from "./reviews/trail";
export { roleWords as speakerRoleWords } from "./role-words";
export { SpeakerPicker } from "./speaker-picker";
export { rosterTrail } from "./trail";
export { words as rosterWords } from "./words";
