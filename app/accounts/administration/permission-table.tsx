/** Who may do what, drawn from the table that the code asks: a grid on wide screens, a list by role on the phone. */
import { Check } from "lucide-react";
import { holds, type Permission, permissions, permissionsOf, roles } from "~/accounts/permissions";
import { roleWords } from "~/accounts/role-words";
import { permissionWords, words } from "~/accounts/words";
import { useWords } from "~/ui/language";

const everything = Object.keys(permissions) as Permission[];
const cell = "border-b border-line px-3 py-2.5 group-last:border-0";

export function PermissionTable() {
  const say = useWords(words);
  return (
    <>
      <WideTable />
      <ByRole />
      <p className="text-soft">{say.everybodyMay}</p>
    </>
  );
}

function WideTable() {
  const say = useWords(words);
  const roleNames = useWords(roleWords);
  const can = useWords(permissionWords);
  return (
    <div className="overflow-x-auto rounded-card border border-line bg-paper phone:hidden">
      <table
        aria-label={say.permissions}
        className="w-full border-separate border-spacing-0 text-left text-table"
      >
        <thead>
          <tr>
            <th scope="col" className={`${cell} text-caption font-semibold text-soft`}>
              {say.permission}
            </th>
            {roles.map((role) => (
              <th
                key={role}
                scope="col"
                className={`${cell} text-center align-bottom text-caption font-semibold text-soft`}
              >
                {roleNames[role]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {everything.map((permission) => (
            <tr key={permission} className="group hover:bg-hover">
              <th scope="row" className={`${cell} min-w-56 font-medium`}>
                {can[permission]}
              </th>
              {roles.map((role) => (
                <td key={role} className={`${cell} text-center`}>
                  {holds(role, permission) ? (
                    <Check role="img" aria-label={say.mayDo} size={20} className="mx-auto text-green" />
                  ) : (
                    <span className="text-faint" role="img" aria-label={say.mayNotDo}>
                      –
                    </span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ByRole() {
  const roleNames = useWords(roleWords);
  const can = useWords(permissionWords);
  return (
    <div className="hidden flex-col gap-3 phone:flex">
      {roles.map((role) => (
        <section key={role} className="rounded-card border border-line bg-paper px-4 py-3">
          <h2 className="font-semibold">{roleNames[role]}</h2>
          <ul className="mt-1 flex flex-col gap-1.5">
            {permissionsOf(role).map((permission) => (
              <li key={permission} className="flex gap-2 text-table">
                <Check aria-hidden size={18} className="mt-0.5 shrink-0 text-green" />
                {can[permission]}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
