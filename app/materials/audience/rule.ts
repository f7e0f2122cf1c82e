/** Whom a material is for, as it is said in a form: several rules that add up, each asking several things at once. */
import { z } from "zod";
import { networks, roles, spokenLanguages } from "~/roster";
import { levels } from "~/units";

/** Account roles that may read along in the units of a rule. */
export const staffRoles = [
  "department_leader",
  "department_officer",
  "commune_leader",
  "commune_officer",
  "training_officer",
] as const;
export type StaffRole = (typeof staffRoles)[number];

/** The district level ended with June 2025: nobody holds an appointment there any more. */
export const openLevels = levels.filter((level) => level !== "district_legacy");

export const mostRules = 10;

// A group of ticks is sent as one value, several, or nothing.
const ticked = <T extends z.ZodType>(one: T) => z.array(one).max(100);

export const ruleSchema = z.object({
  /** With all under them; none: everywhere. */
  unitIds: ticked(z.uuid()),
  roles: ticked(z.enum(roles)),
  levels: ticked(z.enum(levels)),
  networks: ticked(z.enum(networks)),
  topicIds: ticked(z.uuid()),
  languages: ticked(z.enum(spokenLanguages)),
  staff: ticked(z.enum(staffRoles)),
});
export type Rule = z.output<typeof ruleSchema>;

export const audienceSchema = z.object({ rules: z.array(ruleSchema).max(mostRules) });
export type Audience = z.output<typeof audienceSchema>;

export const emptyRule: Rule = {
  ...{ unitIds: [], roles: [], levels: [], networks: [] },
  ...{ topicIds: [], languages: [], staff: [] },
};

/** The names behind the ids of rules. */
export interface RuleNames {
  units: Record<string, string>;
  topics: Record<string, string>;
}
