/** What an empty list says: what belongs here, and the first step. */
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

interface EmptyStateProps {
  icon?: LucideIcon;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
}

export function EmptyState({ icon: Icon, title, children, actions }: EmptyStateProps) {
  return (
    <div className="rounded-card border border-line bg-paper px-6 py-12 text-center">
      {Icon && <Icon aria-hidden size={32} strokeWidth={1.5} className="mx-auto mb-3 text-faint" />}
      <p className="text-section font-semibold">{title}</p>
      {children && <div className="mx-auto mt-1 max-w-prose text-soft">{children}</div>}
      {actions && <div className="mt-5 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  );
}
