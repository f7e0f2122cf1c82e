/** The audience of a material: its rules beside whom they cover, then bringing it out. */
import { useZodForm } from "~/ui/form";
import type { AudiencePage } from "./audience-page.server";
import { PreviewPanel } from "./preview-panel";
import { PublishSection } from "./publication-form";
import { audienceSchema, type Rule } from "./rule";
import { RulesForm } from "./rules-form";
import { RulesRead } from "./rules-read";
import { useCounted } from "./use-counted";

export function AudienceView({ materialId, page }: { materialId: string; page: AudiencePage }) {
  const form = useZodForm(audienceSchema, { rules: page.rules });
  const rules: Rule[] = form.watch("rules");
  const { counted, isLate } = useCounted(materialId, rules, page.rules, page.counted);
  const isChanged = JSON.stringify(rules) !== JSON.stringify(page.rules);
  return (
    <>
      <div className="grid grid-cols-1 items-start gap-x-8 gap-y-5 lg:grid-cols-[minmax(0,1fr)_22rem]">
        {page.mayEdit ? (
          <RulesForm {...{ materialId, form, page, counted, isLate, isChanged }} />
        ) : (
          <RulesRead sentences={page.counted.sentences} isPublic={page.isPublic} />
        )}
        <div className="lg:sticky lg:top-6">
          <PreviewPanel {...{ materialId, counted, isLate, isChanged }} hasRules={rules.length > 0} />
        </div>
      </div>
      <PublishSection {...{ materialId, page, isChanged }} />
    </>
  );
}
