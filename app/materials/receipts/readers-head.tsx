/** What stands above both looks at the readers: which version, how far, by when, what can be done. */
import { showDay, showMoment, showTime } from "~/platform/clock";
import { FilterLinks } from "~/ui/filter-links";
import { useLanguage, useWords } from "~/ui/language";
import { Notice } from "~/ui/notice";
import { showNumber } from "~/ui/number";
import type { Addressed, Version } from "./addressed.server";
import { words as receiptWords } from "./words";

export interface HeadProps {
  material: Pick<Addressed, "id" | "isKept" | "isOut" | "versions">;
  version: Version;
  /** Whether the last day to acknowledge is past. */
  isLate: boolean;
  /** When a large audience was counted (ISO); null: at this moment. */
  since: string | null;
  /** The page's own address: among the material's pages, or that of one's own people. */
  base: string;
}

/** Which version, and by whom or where one looks. */
export function ReadersChoices({ material, version, base, view }: HeadProps & { view: "people" | "units" }) {
  const words = useWords(receiptWords);
  const chosen = version.isCurrent ? "" : `?version=${version.number}`;
  return (
    <div className="flex flex-wrap gap-x-6 gap-y-2">
      <FilterLinks
        label={words.views}
        links={[
          { to: `${base}${chosen}`, label: words.byPeople, isCurrent: view === "people" },
          { to: `${base}/units${chosen}`, label: words.byUnits, isCurrent: view === "units" },
        ]}
      />
      {material.versions.length > 1 && (
        <FilterLinks
          label={words.versions}
          links={material.versions.map(({ number, isCurrent }) => ({
            to: isCurrent ? "?" : `?version=${number}`,
            label: isCurrent ? words.versionNow(number) : words.version(number),
            isCurrent: number === version.number,
          }))}
        />
      )}
    </div>
  );
}

/** By when, and what is unusual. `left`: with an account and not acknowledged. */
export function ReadersNotices({ material, version, isLate, since, left }: HeadProps & { left: number }) {
  const words = useWords(receiptWords);
  const language = useLanguage();
  const lastDay = version.acknowledgeBy && showDay(version.acknowledgeBy);
  return (
    <>
      {!material.isOut && <Notice tone="amber">{words.notOut}</Notice>}
      {material.isOut && !version.isCurrent && <Notice>{words.earlier(version.number)}</Notice>}
      {lastDay && isLate && left > 0 && version.isCurrent ? (
        <Notice tone="red">{words.deadlinePast(lastDay, showNumber(left, language))}</Notice>
      ) : (
        <p className="text-soft">{lastDay ? words.deadline(lastDay) : words.noDeadline}</p>
      )}
      {version.escalatedAt && (
        <p className="text-caption text-soft">{words.escalatedAt(showMoment(version.escalatedAt))}</p>
      )}
      {since && <p className="text-caption text-soft">{words.figures.since(showTime(since))}</p>}
    </>
  );
}
