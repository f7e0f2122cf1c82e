/** Another last day to acknowledge, for the version that is out. */
import type { Day } from "~/platform/clock";
import { Button } from "~/ui/button";
import { PlainDateField } from "~/ui/field";
import { useWords } from "~/ui/language";
import { words as receiptWords } from "./words";

export function DeadlineForm({ materialId, lastDay }: { materialId: string; lastDay: Day | null }) {
  const { deadlineForm: words } = useWords(receiptWords);
  return (
    <details className="print:hidden">
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-link">
        {lastDay ? words.move : words.ask}
      </summary>
      <form
        method="post"
        action={`/materials/${materialId}/deadline`}
        className="flex flex-wrap items-end gap-3 pt-1"
      >
        <PlainDateField name="acknowledgeBy" label={words.day} defaultValue={lastDay ?? ""} />
        <Button type="submit">{words.save}</Button>
        <p className="w-full text-caption text-soft">{words.help}</p>
      </form>
    </details>
  );
}
