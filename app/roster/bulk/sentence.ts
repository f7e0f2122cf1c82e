/** An operation as a sentence: the title of its preview and of its large change. */
import { showDay } from "~/platform/clock";
import type { Language } from "~/platform/words";
import { languageWords } from "~/roster/record/language-words";
import { skillWords } from "~/roster/record/skill-words";
import { words as rosterWords } from "~/roster/words";
import type { Operation } from "./operation";
import type { Names } from "./outcome";
import { words } from "./words";

export function sentenceOf(operation: Operation, names: Names, language: Language): string {
  const { said } = words[language];
  const { topicLevels, languageLevels } = skillWords[language];
  const { reasons, roles, networks } = rosterWords[language];
  if (operation.does === "topics") {
    const named = names.topics.filter(({ id }) => operation.topicIds.includes(id)).map(({ name }) => name);
    const all = named.join("; ");
    return operation.way === "add"
      ? said.addTopics(all, topicLevels[operation.level])
      : said.removeTopics(all);
  }
  if (operation.does === "languages") {
    const name = languageWords[language][operation.language];
    return operation.way === "add"
      ? said.addLanguage(name, languageLevels[operation.level])
      : said.removeLanguage(name);
  }
  if (operation.does === "move") return said.move(names.unit ?? "…", showDay(operation.on));
  if (operation.does === "unit") return said.unit(names.unit ?? "…");
  const what =
    operation.does === "end"
      ? said.end(showDay(operation.on), reasons[operation.reason])
      : said.attach(names.decision ?? "…");
  const which = [
    operation.role && roles[operation.role],
    operation.network && networks[operation.network],
  ].filter(Boolean);
  return which.length > 0 ? said.only(what, which.join(", ")) : what;
}
