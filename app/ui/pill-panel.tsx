/** A pill above a list that opens a panel; another address closes it again. */
import { useLocation } from "@remix-run/react";
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Unfolding } from "./unfolding";

interface PillPanelProps {
  /** As in the address that draws it open. */
  name: string;
  icon: LucideIcon;
  label: string;
  looks: string;
  /** Where the panel stands, and how large. */
  boxLooks: string;
  children: ReactNode;
}

export function PillPanel({ name, icon: Icon, label, looks, boxLooks, children }: PillPanelProps) {
  const { search } = useLocation();
  return (
    <Unfolding
      key={search}
      name={name}
      looks={looks}
      summaryLooks="pill"
      boxLooks={`rounded-card bg-paper shadow-float ${boxLooks}`}
      summary={
        <>
          <Icon aria-hidden size={18} strokeWidth={1.75} />
          {label}
        </>
      }
    >
      {children}
    </Unfolding>
  );
}
