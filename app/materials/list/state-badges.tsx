/** The marks of a material's state. */
import { Badge } from "~/ui/badge";
import { useLanguage } from "~/ui/language";
import { type Marked, statesIn } from "./material-states";

export function StateBadges({ material }: { material: Marked }) {
  const language = useLanguage();
  return (
    <span className="inline-flex flex-wrap gap-1">
      {statesIn(material, language).map(({ label, tone }) => (
        <Badge key={label} tone={tone}>
          {label}
        </Badge>
      ))}
    </span>
  );
}
