/** Choosing one of very many by typing a few letters; the server searches. */
import { X } from "lucide-react";
import { type KeyboardEvent, useEffect, useId, useState } from "react";
import { useWords } from "~/ui/language";
import { uiWords } from "~/ui/words";
import { type ControlProps, type FieldProps, Frame } from "./frame";
import { useChoices } from "./use-choices";

export interface Choice {
  id: string;
  name: string;
  /** Where it stands, to tell apart those of one name. */
  path?: string;
}

export interface SourceProps extends FieldProps {
  /** Answers `{ choices }` to `?q=`. */
  source: string;
  /** The name of what is chosen already: the form holds only its id. */
  chosen?: Choice | null;
  placeholder?: string;
  onChoose?: (choice: Choice | null) => void;
}

/** For GET forms: sends the id. */
export function PlainComboboxField({ name, label, help, required, chosen, onChoose, ...box }: SourceProps) {
  const [value, setValue] = useState<Choice | null>(chosen ?? null);
  return (
    <Frame label={label} help={help} required={required}>
      {(control) => (
        <>
          <input type="hidden" name={name} value={value?.id ?? ""} disabled={!value} />
          <Combobox
            {...box}
            control={control}
            value={value}
            onChange={(choice) => {
              setValue(choice);
              onChoose?.(choice);
            }}
          />
        </>
      )}
    </Frame>
  );
}

interface ComboboxProps {
  control: ControlProps;
  source: string;
  placeholder?: string;
  value: Choice | null;
  onChange: (choice: Choice | null) => void;
  onBlur?: () => void;
  inputRef?: (element: HTMLInputElement | null) => void;
}

export function Combobox({ control, source, placeholder, value, onChange, onBlur, inputRef }: ComboboxProps) {
  const words = useWords(uiWords);
  const listId = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [marked, setMarked] = useState(0);
  // Enter was pressed before the answer to the last letters came: what stood there was found by fewer of them.
  const [isEntered, setEntered] = useState(false);
  const { choices, state, to } = useChoices(source, typed);
  const isOpen = typed !== null;
  const isCurrent = isOpen && to === typed;
  // biome-ignore lint/correctness/useExhaustiveDependencies: chosen once, when the answer comes
  useEffect(() => {
    if (!isEntered || !isCurrent) return;
    setEntered(false);
    if (choices[0]) choose(choices[0]);
  }, [isEntered, isCurrent]);

  function choose(choice: Choice | null) {
    onChange(choice);
    setTyped(null);
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!isOpen) return setTyped("");
      const step = event.key === "ArrowDown" ? 1 : -1;
      setMarked((marked + step + choices.length) % Math.max(choices.length, 1));
    }
    if (event.key === "Enter" && isOpen) {
      event.preventDefault();
      const choice = choices[marked];
      if (!isCurrent) setEntered(true);
      else if (choice) choose(choice);
    }
    if (event.key === "Escape" && isOpen) {
      event.preventDefault();
      setTyped(null);
    }
  }
  return (
    <span className="relative block">
      <input
        {...control}
        ref={inputRef}
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && choices[marked] ? `${listId}-${marked}` : undefined}
        autoComplete="off"
        placeholder={placeholder ?? words.typeToSearch}
        value={typed ?? value?.name ?? ""}
        onChange={(event) => {
          setTyped(event.target.value);
          setMarked(0);
          setEntered(false);
        }}
        onClick={() => !isOpen && !value && setTyped("")}
        onKeyDown={onKeyDown}
        onBlur={() => {
          if (typed === "" && value) onChange(null);
          setTyped(null);
          setEntered(false);
          onBlur?.();
        }}
        className="control pr-12"
      />
      {value && !isOpen && (
        <button
          type="button"
          aria-label={`${words.remove} ${value.name}`}
          onClick={() => choose(null)}
          className="absolute inset-y-0 right-0 flex w-11 items-center justify-center rounded-control text-soft hover:text-ink"
        >
          <X aria-hidden size={18} />
        </button>
      )}
      <span aria-live="polite" className="sr-only">
        {isOpen && state === "ready" && words.choices(choices.length)}
      </span>
      <div
        id={listId}
        role="listbox"
        hidden={!isOpen}
        className="absolute inset-x-0 top-full z-30 mt-1 max-h-80 overflow-y-auto rounded-card bg-paper p-1 shadow-float"
      >
        {choices.map((choice, index) => (
          <div
            key={choice.id}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === marked}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(choice)}
            onKeyDown={onKeyDown}
            ref={index === marked ? (element) => element?.scrollIntoView({ block: "nearest" }) : undefined}
            className="min-h-control cursor-pointer rounded-control px-3 py-2 aria-selected:bg-hover hover:bg-hover"
          >
            <span className="block font-medium">{choice.name}</span>
            {choice.path && <span className="block text-caption text-soft">{choice.path}</span>}
          </div>
        ))}
        {choices.length === 0 && (
          <div
            role="option"
            aria-selected="false"
            aria-disabled="true"
            tabIndex={-1}
            className="px-3 py-2.5 text-soft"
          >
            {state === "failed" ? words.searchFailed : state === "ready" ? words.noChoice : words.searching}
          </div>
        )}
      </div>
    </span>
  );
}
