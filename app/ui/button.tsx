/** Buttons, and links that look like them: one primary action a page, named by its verb. */
import { Link } from "@remix-run/react";
import type { LucideIcon } from "lucide-react";
import { type ReactNode, useId } from "react";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";

const shape =
  "inline-flex min-h-control items-center justify-center gap-2.5 rounded-control px-4 py-2 font-semibold text-table whitespace-nowrap select-none phone:min-h-12 phone:whitespace-normal phone:text-base print:hidden";

const variants: Record<ButtonVariant, string> = {
  primary: "bg-primary text-on-primary border border-transparent hover:bg-primary-strong",
  secondary: "bg-paper text-ink border border-line hover:bg-hover hover:border-edge",
  quiet: "text-ink border border-transparent hover:bg-hover",
  danger: "bg-paper text-red border border-red hover:bg-red-soft",
};

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
      className={`${shape} ${variants[variant]} ${isDisabled ? "opacity-55 cursor-not-allowed" : ""}`}
    >
      {busy ? (
        <Spinner />
      ) : (
        Icon && <Icon aria-hidden size={20} strokeWidth={1.75} className="-ml-0.5 shrink-0" />
      )}
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
      className={`${shape} ${variants[variant]}`}
    >
      {Icon && <Icon aria-hidden size={20} strokeWidth={1.75} className="-ml-0.5 shrink-0" />}
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
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={onPress}
      className="inline-flex size-11 shrink-0 items-center justify-center rounded-control text-soft hover:bg-hover hover:text-ink print:hidden"
    >
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
