/** Who may do what: the table of the code, as a page. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { PermissionTable } from "~/accounts/administration/permission-table";
import { requireActor } from "~/accounts/index.server";
import { words } from "~/accounts/words";
import { useWords } from "~/ui/language";
import { Page } from "~/ui/page";

export async function loader({ request }: LoaderFunctionArgs) {
  await requireActor(request, "accounts.view");
  return null;
}

export default function PermissionsPage() {
  const say = useWords(words);
  return (
    <Page
      title={say.permissions}
      summary={say.permissionsSummary}
      breadcrumbs={[{ label: say.accounts, to: "/accounts" }]}
    >
      <PermissionTable />
    </Page>
  );
}
