/** Where a file of units is dropped. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/accounts/index.server";
import { useWords } from "~/ui/language";
import { Page } from "~/ui/page";
import { UploadForm } from "~/ui/upload-form";
import { ImportExamples } from "~/units/import/import-examples";
import { unitWords } from "~/units/words";

export async function loader({ request }: LoaderFunctionArgs) {
  await requireActor(request, "units.edit");
  return null;
}

export default function UnitImportPage() {
  const words = useWords(unitWords);
  return (
    <Page
      title={words.import.title}
      summary={words.import.summary}
      breadcrumbs={[{ label: words.units, to: "/units" }]}
    >
      <UploadForm
        action="/units/import/files"
        label={words.import.file}
        help={words.import.fileHelp}
        accept=".xlsx,.csv"
        busyText={words.import.reading}
      />
      <ImportExamples />
    </Page>
  );
}
