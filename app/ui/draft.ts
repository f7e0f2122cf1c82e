/** Unsent input kept on this device while it is typed, and brought back when the form opens again. */
import { type RefObject, useCallback, useEffect, useState } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";
import { showMoment } from "~/platform/clock";

interface Kept {
  at: string;
  values: FieldValues;
}

interface Draft {
  /** "15:42", once what was kept has been brought back. */
  restoredAt: string | null;
  savedAt: string | null;
  /** Forgets it and shows the form as the server gave it. */
  discard: () => void;
  clear: () => void;
}

export function useDraft<Values extends FieldValues>(
  form: UseFormReturn<Values, unknown, Values>,
  key: string | undefined,
  element: RefObject<HTMLFormElement>,
): Draft {
  const [restoredAt, setRestoredAt] = useState<string | null>(null);
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const { reset, subscribe, getValues } = form;

  useEffect(() => {
    const kept = key && read(key);
    if (!kept) return;
    reset({ ...getValues(), ...kept.values } as Values, { keepDefaultValues: true });
    setRestoredAt(clockTime(kept.at));
  }, [key, reset, getValues]);

  useEffect(() => {
    if (!key) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = subscribe({
      formState: { values: true, isDirty: true },
      callback: ({ values, isDirty }) => {
        clearTimeout(timer);
        if (!isDirty) return;
        timer = setTimeout(
          () => setSavedAt(clockTime(write(key, withoutSecrets(values, element.current)))),
          300,
        );
      },
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [key, subscribe, element]);

  const clear = useCallback(() => {
    if (key) localStorage.removeItem(storageKey(key));
    setRestoredAt(null);
    setSavedAt(null);
  }, [key]);
  const discard = useCallback(() => {
    clear();
    reset();
  }, [clear, reset]);
  return { restoredAt, savedAt, discard, clear };
}

function read(key: string): Kept | null {
  const text = localStorage.getItem(storageKey(key));
  return text ? (JSON.parse(text) as Kept) : null;
}

function write(key: string, values: FieldValues): string {
  const at = new Date().toISOString();
  localStorage.setItem(storageKey(key), JSON.stringify({ at, values } satisfies Kept));
  return at;
}

function withoutSecrets(values: FieldValues, form: HTMLFormElement | null): FieldValues {
  const secrets = [...(form?.querySelectorAll<HTMLInputElement>("[data-secret]") ?? [])].map(
    ({ name }) => name,
  );
  return Object.fromEntries(Object.entries(values).filter(([name]) => !secrets.includes(name)));
}

function storageKey(key: string): string {
  return `draft:${key}`;
}

function clockTime(moment: string): string {
  return showMoment(moment).slice(-5);
}
