/** Roles as a person reads them: what, and where. */

import type { Role } from "~/accounts/permissions";
import { roleWords } from "~/accounts/role-words";
import { words } from "~/accounts/words";
import { useWords } from "~/ui/language";

export function RoleList({ grants }: { grants: { role: string; unit: { name: string } }[] }) {
  const say = useWords(words);
  const roles = useWords(roleWords);
  if (grants.length === 0) return <p className="text-soft">{say.noRoles}</p>;
  return (
    <ul className="rounded-card border border-line bg-paper px-5 py-1 phone:px-4">
      {grants.map(({ role, unit }) => (
        <li key={role + unit.name} className="border-b border-line py-3 last:border-0">
          <span className="block font-medium">{roles[role as Role]}</span>
          <span className="block text-table text-soft">{unit.name}</span>
        </li>
      ))}
    </ul>
  );
}
