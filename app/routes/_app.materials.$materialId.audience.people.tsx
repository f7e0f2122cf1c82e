/** The people whom a material's kept rules cover today. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { readPeopleQuery } from "~/materials/audience/people-query";
import { PeopleTable } from "~/materials/audience/people-table";
import { listRecipients } from "~/materials/audience/preview.server";
import { words as audienceWords } from "~/materials/audience/words";
import { findMaterial } from "~/materials/material-record.server";
import { found, idIn } from "~/platform/found.server";
import { useLanguage, useWords } from "~/ui/language";
import { showNumber } from "~/ui/number";
import { Section } from "~/ui/page";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "materials.view");
  const { id } = found(await findMaterial(actor, idIn(params.materialId)));
  const query = readPeopleQuery(new URL(request.url));
  return { materialId: id, query, ...(await listRecipients(id, query)) };
}

export default function AudiencePeoplePage() {
  const list = useLoaderData<typeof loader>();
  const { people: words } = useWords(audienceWords);
  const count = showNumber(list.count, useLanguage());
  return (
    <Section title={words.title}>
      <p className="text-soft">
        {list.query.account === "none" ? words.summaryWithout(count) : words.summary(count)}
      </p>
      <PeopleTable {...list} />
    </Section>
  );
}
