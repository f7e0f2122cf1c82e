/** Buttons, and links that look like them: one primary action a page, named by its verb. */
import type { LucideIcon } from "lucide-react";
import { type ReactNode, useId } from "react";
import { Link } from "./link";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";

interface Looks {
  variant?: ButtonVariant;
  icon?: LucideIcon;
  children: ReactNode;
}

interface ButtonProps extends Looks {
  type?: "button" | "submit" | "reset";
  onPress?: () => void;
  isDisabled?: boolean;
  /** Why it cannot be pressed, and who can: shown beside a disabled button. */
  reason?: string;
  busy?: boolean;
  /** For forms without JavaScript: what is sent with the form. */
  name?: string;
  value?: string;
  form?: string;
}

export function Button({
  variant = "secondary",
  icon: Icon,
  children,
  type = "button",
  ...rest
}: ButtonProps) {
  const { onPress, isDisabled = false, reason, busy = false, ...sent } = rest;
  const reasonId = useId();
  const still = isDisabled || busy;
  const button = (
    <button
      {...sent}
      type={type}
      aria-disabled={still || undefined}
      aria-busy={busy || undefined}
      aria-describedby={isDisabled && reason ? reasonId : undefined}
      onClick={(event) => {
        if (!still) return onPress?.();
        event.preventDefault();
      }}
      className={`button button-${variant}${isDisabled ? " opacity-55 cursor-not-allowed" : ""}`}
    >
      {busy ? <Spinner /> : Icon && <Icon aria-hidden size={20} strokeWidth={1.75} />}
      {children}
    </button>
  );
  if (!isDisabled || !reason) return button;
  return (
    <span className="inline-flex flex-col gap-1">
      {button}
      <span id={reasonId} className="max-w-72 text-caption text-soft">
        {reason}
      </span>
    </span>
  );
}

interface ButtonLinkProps extends Looks {
  to: string;
  reloadDocument?: boolean;
  download?: boolean | string;
}

export function ButtonLink({ variant = "secondary", icon: Icon, children, ...link }: ButtonLinkProps) {
  return (
    <Link
      {...link}
      reloadDocument={link.reloadDocument ?? link.download !== undefined}
      className={`button button-${variant}`}
    >
      {Icon && <Icon aria-hidden size={20} strokeWidth={1.75} />}
      {children}
    </Link>
  );
}

interface IconButtonProps {
  icon: LucideIcon;
  label: string;
  onPress: () => void;
}

/** Only for signs that everybody knows: close, back, search. */
export function IconButton({ icon: Icon, label, onPress }: IconButtonProps) {
  return (
    <button type="button" aria-label={label} title={label} onClick={onPress} className="icon-button">
      <Icon aria-hidden size={20} strokeWidth={1.75} />
    </button>
  );
}

export function Spinner() {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 24 24"
      className="size-5 shrink-0 animate-spin"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.5"
    >
      <circle cx="12" cy="12" r="9" opacity="0.3" />
      <path d="M21 12a9 9 0 0 0-9-9" strokeLinecap="round" />
    </svg>
  );
}
