/** A message that stands in the page: what happened, what to do. */
import { CircleAlert, CircleCheck, Info, type LucideIcon, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import type { Tone } from "./badge";

const looks: Record<Tone, { icon: LucideIcon; colours: string }> = {
  green: { icon: CircleCheck, colours: "bg-green-soft text-green" },
  amber: { icon: TriangleAlert, colours: "bg-amber-soft text-amber" },
  blue: { icon: Info, colours: "bg-blue-soft text-blue" },
  red: { icon: CircleAlert, colours: "bg-red-soft text-red" },
  neutral: { icon: Info, colours: "bg-neutral-soft text-neutral" },
};

interface NoticeProps {
  tone?: Tone;
  title?: string;
  children?: ReactNode;
  actions?: ReactNode;
  /** "alert" when it appears in answer to what the person just did. */
  role?: "alert" | "status";
}

export function Notice({ tone = "blue", title, children, actions, role }: NoticeProps) {
  const { icon: Icon, colours } = looks[tone];
  return (
    <div
      role={role}
      className={`flex flex-wrap items-start gap-x-3 gap-y-2 rounded-card px-4 py-3 ${colours}`}
    >
      <Icon aria-hidden size={20} strokeWidth={1.75} className="mt-0.5 shrink-0" />
      <div className="min-w-0 flex-1 basis-56">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div className="text-table text-ink">{children}</div>}
      </div>
      {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
    </div>
  );
}
