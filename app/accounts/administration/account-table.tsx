/** The list of accounts: bar, table, paging. */
import { UserRoundX } from "lucide-react";
import { accountStates } from "~/accounts/account";
import type { AccountQuery } from "~/accounts/account-query";
import { accountsPerPage } from "~/accounts/account-query";
import type { AccountRow } from "~/accounts/accounts.server";
import { roles } from "~/accounts/permissions";
import { roleWords } from "~/accounts/role-words";
import { words } from "~/accounts/words";
import { showMoment } from "~/platform/clock";
import { showPhone } from "~/platform/phone";
import { EmptyState } from "~/ui/empty-state";
import { PlainSelectField } from "~/ui/field";
import { useWords } from "~/ui/language";
import { ListBar, Paging, type Pill } from "~/ui/list-bar";
import { type Column, DataTable } from "~/ui/table";
import { PlainUnitPicker } from "~/units";
import { AccountBadges } from "./account-badges";

interface AccountListProps {
  query: AccountQuery;
  /** The unit that the query names. */
  unit: { id: string; name: string } | null;
  rows: AccountRow[];
  total: number;
  more: boolean;
}

export function AccountList({ query, unit, rows, total, more }: AccountListProps) {
  const say = useWords(words);
  const roleNames = useWords(roleWords);
  const pills: Pill[] = [
    ...(query.role ? [{ name: "role", label: roleNames[query.role] }] : []),
    ...(query.unit ? [{ name: "unit", label: say.underUnit(unit?.name ?? say.chosenUnit) }] : []),
    ...(query.state ? [{ name: "state", label: say.states[query.state] }] : []),
  ];
  const columns = useColumns();
  return (
    <>
      <ListBar
        search={{ label: say.searchAccounts, placeholder: say.searchAccounts }}
        pills={pills}
        filters={<AccountFilters query={query} unit={unit} />}
        columns={columns}
      />
      <DataTable
        label={say.accounts}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/accounts/${id}`}
        defaultSort="name"
        empty={
          <EmptyState icon={UserRoundX} title={say.noAccounts}>
            {say.noAccountsText}
          </EmptyState>
        }
      />
      <Paging page={query.page} pageSize={accountsPerPage} total={total} more={more} />
    </>
  );
}

function useColumns(): Column<AccountRow>[] {
  const say = useWords(words);
  const roleNames = useWords(roleWords);
  return [
    { key: "name", label: say.name, sort: "name", always: true, cell: ({ name }) => name },
    {
      key: "login",
      label: say.signsInAs,
      cell: ({ username, phone }) => [username, phone && showPhone(phone)].filter(Boolean).join(" · "),
    },
    {
      key: "roles",
      label: say.roles,
      cell: ({ grants }) =>
        grants.map(({ role, unit }) => (
          <span key={role + unit} className="block">
            {roleNames[role]} <span className="text-soft">· {unit}</span>
          </span>
        )),
    },
    { key: "state", label: say.state, cell: (row) => <AccountBadges {...row} /> },
    {
      key: "seen",
      label: say.lastSignIn,
      sort: "seen",
      hideOnPhone: true,
      cell: ({ seenAt }) =>
        seenAt ? showMoment(seenAt) : <span className="text-soft">{say.neverSignedIn}</span>,
    },
  ];
}

function AccountFilters({ query, unit }: Pick<AccountListProps, "query" | "unit">) {
  const say = useWords(words);
  const roleNames = useWords(roleWords);
  return (
    <>
      <PlainSelectField
        name="role"
        label={say.role}
        defaultValue={query.role ?? ""}
        options={[
          { value: "", label: say.anyRole },
          ...roles.map((role) => ({ value: role, label: roleNames[role] })),
        ]}
      />
      <PlainUnitPicker name="unit" label={say.unit} chosen={unit} />
      <PlainSelectField
        name="state"
        label={say.state}
        defaultValue={query.state ?? ""}
        options={[
          { value: "", label: say.anyState },
          ...accountStates.map((state) => ({ value: state, label: say.states[state] })),
        ]}
      />
    </>
  );
}
