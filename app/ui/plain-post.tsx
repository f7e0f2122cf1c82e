/** A button that asks the server for one thing and works before, and without, any script: what it sends is a plain form. */

import type { LucideIcon } from "lucide-react";
import { Button, type ButtonVariant } from "./button";

interface PlainPostProps {
  action: string;
  values?: Record<string, string>;
  variant?: ButtonVariant;
  icon?: LucideIcon;
  children: string;
}

export function PlainPost({ action, values = {}, variant, icon, children }: PlainPostProps) {
  return (
    <form method="post" action={action} className="contents">
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit" variant={variant} icon={icon}>
        {children}
      </Button>
    </form>
  );
}
