/** A button that asks the server for one thing, without a form around it. */
import { useFetcher } from "@remix-run/react";
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Button, type ButtonVariant } from "./button";

interface PostButtonProps {
  /** Where the POST goes. */
  action: string;
  /** What goes with it. */
  values?: Record<string, string | string[]>;
  variant?: ButtonVariant;
  icon?: LucideIcon;
  children: ReactNode;
}

export function PostButton({ action, values = {}, variant, icon, children }: PostButtonProps) {
  const fetcher = useFetcher<{ errors?: Record<string, string> }>();
  const refusal = fetcher.state === "idle" && Object.values(fetcher.data?.errors ?? {})[0];
  return (
    <span className="inline-flex flex-col gap-1">
      <Button
        variant={variant}
        icon={icon}
        busy={fetcher.state !== "idle"}
        onPress={() => fetcher.submit(values, { method: "post", action, encType: "application/json" })}
      >
        {children}
      </Button>
      {refusal && (
        <span role="alert" className="max-w-72 text-caption text-red">
          {refusal}
        </span>
      )}
    </span>
  );
}
