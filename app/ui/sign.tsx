/** How a sign of lucide's is drawn in the built app: lucide makes its lines anew in each place, which cost a page more than its words. */
import type { LucideIconData, LucideProps } from "lucide-react";

/** Stands in the place of lucide's own `createLucideIcon` (vite.config.ts); what all signs share is in tailwind.css. */
export function createSign({ node }: LucideIconData) {
  const lines = { __html: node.map(([name, attributes]) => written(name, attributes)).join("") };
  // biome-ignore lint/correctness/noComponentHookFactories: called once for each sign, by lucide's modules
  return function Sign({ size = 24, strokeWidth = 2, className, ...told }: LucideProps) {
    return (
      <svg
        width={size}
        height={size}
        viewBox="0 0 24 24"
        strokeWidth={strokeWidth}
        className={className ? `sign ${className}` : "sign"}
        aria-hidden
        {...told}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: lucide's constants
        dangerouslySetInnerHTML={lines}
      />
    );
  };
}

function written(name: string, attributes: object): string {
  const told = Object.entries(attributes).filter(([attribute]) => attribute !== "key");
  return `<${name} ${told.map(([attribute, value]) => `${attribute}="${value}"`).join(" ")}/>`;
}
