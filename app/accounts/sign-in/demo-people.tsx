/** The practice department's people as cards: one click signs in. */
import { ArrowRight } from "lucide-react";
import { words } from "~/accounts/words";
import { useWords } from "~/ui/language";
import { Notice } from "~/ui/notice";
import type { DemoPerson } from "./demo.server";

export function DemoPeople({ people, to }: { people: DemoPerson[]; to: string }) {
  const say = useWords(words);
  return (
    <section className="flex flex-col gap-4">
      <Notice tone="amber" title={say.demoTitle}>
        {say.demoText}
      </Notice>
      <ul className="grid grid-cols-2 gap-3 phone:grid-cols-1">
        {people.map((person) => (
          <li key={person.id}>
            <form method="post" action="/sign-in/demo" className="h-full">
              <input type="hidden" name="userId" value={person.id} />
              <input type="hidden" name="to" value={to} />
              <button
                type="submit"
                className="flex h-full w-full items-center gap-3 rounded-card border border-line bg-paper p-4 text-left hover:border-edge hover:bg-hover"
              >
                <span className="min-w-0 flex-1">
                  <span className="block font-semibold">{person.name}</span>
                  {person.says && <span className="block text-table">{person.says}</span>}
                  {person.roles.map(({ role, unit }) => (
                    <span key={role + unit} className="block text-caption text-soft">
                      {role} · {unit}
                    </span>
                  ))}
                </span>
                <ArrowRight aria-hidden size={20} className="shrink-0 text-soft" />
              </button>
            </form>
          </li>
        ))}
      </ul>
      <h2 className="mt-2 text-section font-semibold">{say.demoOrPassword}</h2>
    </section>
  );
}
