/** How one may ask, by examples. */
import { useWords } from "~/ui/language";
import { words as searchWords } from "./words";

export function Hints() {
  const { hints } = useWords(searchWords);
  return (
    <dl className="mx-auto mt-3 grid w-fit grid-cols-[auto_1fr] gap-x-4 gap-y-2 text-left phone:w-full phone:grid-cols-1 phone:gap-y-0">
      {Object.values(hints).map(({ example, meaning }) => (
        <div key={example} className="contents">
          <dt className="font-semibold text-ink">{example}</dt>
          <dd className="phone:mb-2">{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
