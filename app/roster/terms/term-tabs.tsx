/** Two looks at terms: those that end soon, and all of them. */
import { useWords } from "~/ui/language";
import { Tabs } from "~/ui/tabs";
import { termWords } from "./term-words";

export function TermTabs() {
  const words = useWords(termWords).terms;
  return (
    <Tabs
      label={words.title}
      tabs={[
        { to: "/roster/terms", label: words.ending, end: true },
        { to: "/roster/terms/all", label: words.all },
      ]}
    />
  );
}
