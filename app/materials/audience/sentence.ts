/** A rule said back as a sentence: "Báo cáo viên cấp tỉnh và cấp xã thuộc Tỉnh ủy An Giang; chuyên đề Biển đảo". */
import { roleWords } from "~/accounts";
import type { Language } from "~/platform/words";
import { languageWords, speakerRoleWords } from "~/roster";
import { levelWords } from "~/units";
import type { Rule, RuleNames } from "./rule";
import { words as audienceWords } from "./words";

export function sentenceOf(rule: Rule, names: RuleNames, language: Language): string {
  const words = audienceWords[language].sentence;
  const all = (parts: string[]) => joined(parts, words.and);
  const roles = rule.roles.length === 1 ? rule.roles : (["rapporteur", "communicator"] as const);
  const levels = rule.levels.map((level) => lower(levelWords[language][level]));
  const units = rule.unitIds.map((id) => names.units[id] ?? words.unknownUnit);
  const speakers = [
    joined(
      roles.map((role, at) =>
        at === 0 ? speakerRoleWords[language].roles[role] : lower(speakerRoleWords[language].roles[role]),
      ),
      words.and,
    ),
    levels.length > 0 ? words.levels(all(levels)) : "",
    units.length > 0 ? words.under(all(units)) : words.everywhere,
  ];
  const networks = rule.networks.map((network) => lower(speakerRoleWords[language].networks[network]));
  const topics = rule.topicIds.map((id) => names.topics[id] ?? words.unknownTopic);
  const languages = rule.languages.map((code) => lower(languageWords[language][code]));
  const staff = rule.staff.map((role) => lower(roleWords[language][role]));
  return [
    speakers.filter(Boolean).join(" "),
    networks.length > 0 && words.networks(either(networks, words.or)),
    topics.length > 0 && words.topics(either(topics, words.or)),
    languages.length > 0 && words.languages(either(languages, words.or)),
    staff.length > 0 && words.staff(all(staff)),
  ]
    .filter(Boolean)
    .join("; ");
}

function joined(parts: string[], and: string): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} ${and} ${parts.at(-1)}`;
}

const either = joined;

/** Only the first letter: names within stay as they are. */
function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
