/** The door of the roster for server code: finding people, who is active on a day, how many there are. */
export { activeSpeakersOn, countActiveUnder } from "./active-speakers.server";
export { accountHanging, closingHanging } from "./handover/account-sources.server";
export { handOver, listHanging } from "./handover/handover.server";
export type { Leaver } from "./handover/hanging";
export { rosterHanging } from "./handover/roster-sources.server";
export type { HangingSource } from "./handover/source.server";
export type { Count } from "./list/ids.server";
export { listSpeakerChoices, searchPeople } from "./people-search.server";
export type { Topic } from "./record/topic";
export { listTopics } from "./record/topics.server";
export { listWaitingReviews } from "./reviews/waiting.server";
export { rosterFileOwners } from "./roster-files.server";
export { findSpeaker, type SpeakerRecord } from "./speakers.server";
export { countForFirstPage, type RosterCounts } from "./waiting.server";
