/** The page on which one says what is to be done to everybody chosen. */
import { FilterLinks } from "~/ui/filter-links";
import { useLanguage, useWords } from "~/ui/language";
import { Notice } from "~/ui/notice";
import { showNumber } from "~/ui/number";
import { Page, Section } from "~/ui/page";
import type { openOperation } from "./bulk-pages.server";
import { doings } from "./operation";
import { OperationForm } from "./operation-form";
import { words as bulkWords } from "./words";

type OperationPageProps = Awaited<ReturnType<typeof openOperation>>;

export function OperationPage({ id, does, filters, total, leftOut, ...form }: OperationPageProps) {
  const words = useWords(bulkWords);
  const language = useLanguage();
  return (
    <Page
      title={words.title(showNumber(total, language))}
      summary={filters === null ? words.summary : words.summaryAll(filters || words.everybody)}
      breadcrumbs={[{ label: words.roster, to: "/roster" }]}
    >
      {leftOut > 0 && <Notice tone="amber">{words.leftOut(showNumber(leftOut, language))}</Notice>}
      <Section title={words.what}>
        <FilterLinks
          label={words.what}
          links={doings.map((doing) => ({
            to: `?does=${doing}`,
            label: words.doings[doing],
            isCurrent: doing === does,
          }))}
        />
        <OperationForm key={does} does={does} {...form} cancelTo="/roster" />
      </Section>
    </Page>
  );
}
