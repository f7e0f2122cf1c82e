/** A box for a password, which can be looked at. */
import { Eye, EyeOff } from "lucide-react";
import { forwardRef, type InputHTMLAttributes, useState } from "react";
import { useWords } from "~/ui/language";
import { uiWords } from "~/ui/words";
import type { ControlProps } from "./frame";

type Input = InputHTMLAttributes<HTMLInputElement>;

export const PasswordInput = forwardRef<HTMLInputElement, ControlProps & Input>(
  function PasswordInput(input, ref) {
    const words = useWords(uiWords);
    const [shown, setShown] = useState(false);
    const Icon = shown ? EyeOff : Eye;
    return (
      <span className="relative block">
        <input
          {...input}
          ref={ref}
          type={shown ? "text" : "password"}
          data-secret
          className="control pr-12"
        />
        <button
          type="button"
          data-scripted-only
          aria-pressed={shown}
          aria-label={shown ? words.hidePassword : words.showPassword}
          onClick={() => setShown(!shown)}
          className="absolute inset-y-0 right-0 flex w-11 items-center justify-center rounded-control text-soft hover:text-ink"
        >
          <Icon aria-hidden size={20} strokeWidth={1.75} />
        </button>
      </span>
    );
  },
);
