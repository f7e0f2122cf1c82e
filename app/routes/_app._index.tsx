/** The first page: what there is, and what needs doing. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { navWords } from "~/nav/words";
import { useWords } from "~/ui/language";
import { Page } from "~/ui/page";
import { countUnits } from "~/units/index.server";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  return { units: await countUnits(actor) };
}

export default function Overview() {
  const words = useWords(navWords);
  const { units } = useLoaderData<typeof loader>();
  return (
    <Page title={words.overview}>
      <p>{JSON.stringify(units)}</p>
    </Page>
  );
}
