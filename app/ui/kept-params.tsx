/** What a GET form must carry along of the rest of the query. */
import { useSearchParams } from "@remix-run/react";
import { keptParams } from "./url";

export function KeptParams({ without }: { without: string[] }) {
  const [params] = useSearchParams();
  return keptParams(params)
    .filter(([name]) => !without.includes(name))
    .map(([name, value]) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />);
}
