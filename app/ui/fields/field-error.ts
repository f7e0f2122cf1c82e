/** What is wrong with a field, as its form knows it. */
import { type FieldError, useFormContext } from "react-hook-form";

/** The first message at a field or at any part of it. */
export function useFieldError(name: string): string | undefined {
  const { getFieldState, formState } = useFormContext();
  return firstMessage(getFieldState(name, formState).error);
}

function firstMessage(error: FieldError | undefined): string | undefined {
  if (!error) return undefined;
  if (typeof error.message === "string" && error.message) return error.message;
  return Object.entries(error)
    .filter(([key, part]) => key !== "ref" && key !== "types" && typeof part === "object" && part !== null)
    .map(([, part]) => firstMessage(part as FieldError))
    .find(Boolean);
}
