/** After set-up: three ways to begin. */
import { Building2, FileSpreadsheet, Footprints, type LucideIcon } from "lucide-react";
import { words } from "~/accounts/words";
import { useWords } from "~/ui/language";

export function FirstSteps() {
  const say = useWords(words);
  return (
    <ul className="flex flex-col gap-3">
      <Way to="/units/import" icon={Building2} title={say.wayUnits} text={say.wayUnitsText} />
      <Way to="/roster/import" icon={FileSpreadsheet} title={say.wayRoster} text={say.wayRosterText} />
      <Way to="/" icon={Footprints} title={say.wayLook} text={say.wayLookText} />
    </ul>
  );
}

function Way({ to, icon: Icon, title, text }: { to: string; icon: LucideIcon; title: string; text: string }) {
  return (
    <li>
      <a
        href={to}
        className="flex items-start gap-4 rounded-card border border-line bg-paper p-5 hover:border-edge hover:bg-hover"
      >
        <Icon aria-hidden size={24} strokeWidth={1.75} className="mt-0.5 shrink-0 text-accent" />
        <span>
          <span className="block font-semibold">{title}</span>
          <span className="block text-table text-soft">{text}</span>
        </span>
      </a>
    </li>
  );
}
