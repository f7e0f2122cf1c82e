/** A button that asks for a few words before it does what it says. */
import type { LucideIcon } from "lucide-react";
import { type ReactNode, useState } from "react";
import { noteSchema, reasonSchema } from "~/materials/review/review";
import { Button, type ButtonVariant } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { TextArea } from "~/ui/field";
import { Form, FormActions, SubmitButton, useZodForm } from "~/ui/form";

interface SayDialogProps {
  /** The verb, on the button and on the one that does it. */
  verb: string;
  help: ReactNode;
  /** What the words are. */
  label: string;
  /** Nothing is done without words. */
  isNeeded?: boolean;
  action: string;
  icon?: LucideIcon;
  variant?: ButtonVariant;
  isDisabled?: boolean;
  /** Why it cannot be pressed. */
  reason?: string;
}

export function SayDialog({ verb, help, label, isNeeded, action, icon, variant, ...rest }: SayDialogProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button icon={icon} variant={variant} onPress={() => setOpen(true)} {...rest}>
        {verb}
      </Button>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={verb}>
        <p className="text-soft">{help}</p>
        <SayForm {...{ verb, label, isNeeded, action }} isDanger={variant === "danger"} />
      </Dialog>
    </>
  );
}

interface SayFormProps extends Pick<SayDialogProps, "verb" | "label" | "isNeeded" | "action"> {
  isDanger: boolean;
}

function SayForm({ verb, label, isNeeded = false, action, isDanger }: SayFormProps) {
  const form = useZodForm(isNeeded ? reasonSchema : noteSchema, { text: "" });
  return (
    <Form form={form} action={action}>
      <TextArea name="text" label={label} maxLength={1000} rows={4} required={isNeeded} />
      <FormActions>
        <SubmitButton variant={isDanger ? "danger" : "primary"}>{verb}</SubmitButton>
      </FormActions>
    </Form>
  );
}
