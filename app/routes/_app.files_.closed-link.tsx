/** Where a link to a file leads that does not hold: why, and the way back. Nothing to save under the file's name: it is not found. */
import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { may } from "~/accounts";
import { requireActor } from "~/accounts/index.server";
import { filesWords } from "~/nav/files-words";
import { ButtonLink } from "~/ui/button";
import { useWords } from "~/ui/language";
import { Page } from "~/ui/page";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  return data({ mayRead: may(actor, "materials.read") }, { status: 404 });
}

export default function ClosedLinkPage() {
  const words = useWords(filesWords);
  const { mayRead } = useLoaderData<typeof loader>();
  return (
    <Page title={words.closedLink} summary={words.closedLinkText}>
      <div className="flex flex-wrap gap-3">
        {mayRead && (
          <ButtonLink to="/library" variant="primary">
            {words.toLibrary}
          </ButtonLink>
        )}
        <ButtonLink to="/">{words.toHome}</ButtonLink>
      </div>
    </Page>
  );
}
