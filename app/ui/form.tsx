/** A form by a zod schema: sent as JSON, errors at their field, what was typed never lost. */

import { useFetcher } from "@remix-run/react";
import type { LucideIcon } from "lucide-react";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from "react";
import {
  type DefaultValues,
  type FieldValues,
  FormProvider,
  type Resolver,
  type UseFormReturn,
  useForm,
  useFormContext,
} from "react-hook-form";
import type { z } from "zod";
import { type FieldErrors, formErrors } from "~/platform/forms";
import type { Language } from "~/platform/words";
import { zodIsHere } from "~/platform/zod-later";
import { Button, ButtonLink } from "./button";
import { useDraft } from "./draft";
import { useLanguage, useWords } from "./language";
import { LeaveGuard } from "./leave-guard";
import { Notice } from "./notice";
import { uiWords } from "./words";

type FormSchema = z.ZodType<FieldValues, FieldValues>;

export type ZodForm<Values extends FieldValues> = UseFormReturn<Values, unknown, Values> & { draft?: string };

/** `draft`: the key under which unsent input stays on this device, such as "speaker-new" or `speaker-${id}`. */
export function useZodForm<S extends FormSchema>(
  schema: S,
  defaultValues: DefaultValues<z.input<S>>,
  options: { draft?: string } = {},
): ZodForm<z.input<S>> {
  const language = useLanguage();
  const resolver = useMemo(() => resolverOf(schema, language), [schema, language]);
  const form = useForm<z.input<S>, unknown, z.input<S>>({
    resolver,
    defaultValues,
    mode: "onTouched",
    shouldFocusError: false,
  });
  return Object.assign(form, { draft: options.draft });
}

/** What checks comes when somebody begins to fill in. Where it cannot come the server checks alone, by the same schema. */
function resolverOf<S extends FormSchema>(
  schema: S,
  language: Language,
): Resolver<z.input<S>, unknown, z.input<S>> {
  return async (values, context, options) => {
    const zodResolver = await checking().catch(() => null);
    if (!zodResolver) return { values, errors: {} };
    const check = zodResolver(schema as never, { error: formErrors(language) as never }, { raw: true });
    return (check as unknown as ReturnType<typeof resolverOf<S>>)(values, context, options);
  };
}

async function checking() {
  const [{ zodResolver }] = await Promise.all([import("@hookform/resolvers/zod"), zodIsHere()]);
  return zodResolver;
}

interface FormProps<Values extends FieldValues> {
  form: ZodForm<Values>;
  /** Where it is sent; the page itself by default. */
  action?: string;
  method?: "post" | "put" | "patch" | "delete";
  /** Called when the server accepted, if the page stays. */
  onDone?: (answer: unknown) => void;
  /** As wide as the page: for a form with a table in it. */
  isWide?: boolean;
  children: ReactNode;
}

interface Sending {
  busy: boolean;
  errorCount: number;
  draftSavedAt: string | null;
}

const SendingContext = createContext<Sending>({ busy: false, errorCount: 0, draftSavedAt: null });

export function Form<Values extends FieldValues>({
  form,
  action,
  method = "post",
  onDone,
  isWide = false,
  children,
}: FormProps<Values>) {
  const words = useWords(uiWords);
  const element = useRef<HTMLFormElement>(null);
  const fetcher = useFetcher<{ errors?: FieldErrors }>();
  const draft = useDraft(form, form.draft, element);
  const [isCutOff, setCutOff] = useState(false);
  const { isDirty, errors, isSubmitting } = form.formState;
  const busy = fetcher.state !== "idle" || isSubmitting;
  const refusal = busy ? undefined : wholeFormError(fetcher.data?.errors, element.current);

  useAnswer(fetcher, {
    refused: (refused) => {
      for (const [name, message] of Object.entries(refused)) {
        if (name !== "form") form.setError(name as never, { type: "server", message });
      }
      focusFirstError(element.current);
    },
    accepted: (answer) => {
      draft.clear();
      form.reset(form.getValues(), { keepValues: true });
      onDone?.(answer);
    },
  });

  const send = form.handleSubmit(
    (values) => {
      setCutOff(!navigator.onLine);
      // Sent without a network, it would take the page and what was typed with it.
      if (navigator.onLine) fetcher.submit(values as never, { action, method, encType: "application/json" });
    },
    () => focusFirstError(element.current),
  );
  return (
    <FormProvider {...form}>
      <SendingContext.Provider
        value={{ busy, errorCount: Object.keys(errors).length, draftSavedAt: draft.savedAt }}
      >
        {/* method="dialog": before the scripts are there a press on the button sends nothing anywhere. */}
        <form
          ref={element}
          method="dialog"
          noValidate
          aria-busy={busy}
          onSubmit={busy ? (event) => event.preventDefault() : send}
          className={`flex flex-col gap-5 ${isWide ? "" : "max-w-2xl"}`}
        >
          {draft.restoredAt && (
            <Notice
              tone="blue"
              role="status"
              actions={
                <Button variant="quiet" onPress={draft.discard}>
                  {words.draftDiscard}
                </Button>
              }
            >
              {words.draftRestored(draft.restoredAt)}
            </Notice>
          )}
          {isCutOff && (
            <Notice tone="red" role="alert" title={words.offline}>
              {words.offlineText}
            </Notice>
          )}
          {refusal && (
            <Notice tone="red" role="alert">
              {refusal}
            </Notice>
          )}
          {children}
        </form>
      </SendingContext.Provider>
      {isDirty && !busy && <LeaveGuard hasDraft={Boolean(form.draft)} />}
    </FormProvider>
  );
}

/** Submit and cancel in one row that stays in sight on the phone. */
export function FormActions({ cancelTo, children }: { cancelTo?: string; children: ReactNode }) {
  const words = useWords(uiWords);
  const { errorCount, draftSavedAt } = useContext(SendingContext);
  const inForm = useFormContext();
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 phone:[@media(min-height:30rem)]:sticky phone:bottom-[var(--bar,0px)] phone:z-10 phone:-mx-4 phone:border-t phone:border-line phone:bg-ground phone:px-4 phone:py-3 phone:[&>button]:grow print:hidden">
      {children}
      {cancelTo && (
        <ButtonLink variant="quiet" to={cancelTo}>
          {words.cancel}
        </ButtonLink>
      )}
      <p aria-live="assertive" className="text-table font-medium text-red empty:hidden">
        {inForm?.formState.isSubmitted && errorCount > 0 ? words.checkTheForm(errorCount) : null}
      </p>
      <p className="text-caption text-soft empty:hidden">
        {errorCount === 0 && draftSavedAt ? words.draftSaved(draftSavedAt) : null}
      </p>
    </div>
  );
}

interface SubmitButtonProps {
  children: ReactNode;
  icon?: LucideIcon;
  variant?: "primary" | "danger";
  isDisabled?: boolean;
  reason?: string;
}

/** Says what happens: "Lưu buổi này", not "OK". */
export function SubmitButton({ variant = "primary", ...props }: SubmitButtonProps) {
  const { busy } = useContext(SendingContext);
  return <Button {...props} variant={variant} type="submit" busy={busy} />;
}

interface Answered {
  state: "idle" | "loading" | "submitting";
  data?: { errors?: FieldErrors };
}

/** "loading" after "submitting" means the server answered: with errors, or else it did what was asked (a redirect has no data). A failure ends the fetcher without "loading". */
function useAnswer(
  fetcher: Answered,
  on: { refused: (errors: FieldErrors) => void; accepted: (answer: unknown) => void },
) {
  const before = useRef(fetcher.state);
  const submitted = useRef(false);
  useEffect(() => {
    if (fetcher.state === before.current) return;
    before.current = fetcher.state;
    if (fetcher.state === "submitting") {
      submitted.current = true;
      return;
    }
    if (!submitted.current) return;
    submitted.current = false;
    if (fetcher.data?.errors) on.refused(fetcher.data.errors);
    else on.accepted(fetcher.data);
  });
}

/** The errors are drawn in a later task; how much later, a busy machine decides: half a second at most. */
function focusFirstError(form: HTMLFormElement | null, looks = 20) {
  setTimeout(() => {
    const first = form?.querySelector<HTMLElement>("[aria-invalid='true']");
    if (first) first.focus();
    else if (looks > 1) focusFirstError(form, looks - 1);
  }, 25);
}

/** What the server refused about the whole, or about a field that this form does not show. */
function wholeFormError(errors: FieldErrors | undefined, form: HTMLFormElement | null): string | undefined {
  if (!errors) return undefined;
  const homeless = Object.entries(errors).find(
    ([name]) =>
      name === "form" || (form && !form.querySelector(`[name^="${CSS.escape(name.split(".")[0] ?? "")}"]`)),
  );
  return homeless?.[1];
}
