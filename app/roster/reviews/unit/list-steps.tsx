/** From hand to hand: handing a list in, confirming it, giving it back, opening it again. */
import { Check, RotateCcw, Send, Undo2 } from "lucide-react";
import { useState } from "react";
import { Button, ButtonLink } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { useWords } from "~/ui/language";
import { Later } from "~/ui/later";
import { PostButton } from "~/ui/post-button";
import type { ReviewList, stepsOf } from "./lists.server";
import { markWords } from "./mark-words";

const loadReturnForm = () => import("./return-form").then((part) => part.ReturnForm);

interface ListStepsProps {
  list: ReviewList;
  steps: ReturnType<typeof stepsOf>;
  /** Of those not marked yet, as the page knows it now. */
  left: number;
  names: string[];
}

export function ListSteps({ list, steps, left, names }: ListStepsProps) {
  const words = useWords(markWords);
  const to = `/roster/reviews/lists/${list.id}`;
  if (!steps.submit && !steps.confirm && !steps.reopen) return null;
  return (
    <section className="flex flex-col gap-3 rounded-card border border-line bg-paper p-5 phone:p-4 print:hidden">
      {steps.submit && left > 0 && (
        <div>
          <p className="font-medium">{words.steps.unmarked(left)}</p>
          <p className="text-soft">
            {names.join(", ")}
            {left > names.length && ` ${words.steps.more(left - names.length)}`}
          </p>
        </div>
      )}
      <span className="flex flex-wrap items-center gap-3">
        {steps.submit && left > 0 && <ButtonLink to="?show=left">{words.steps.showThem}</ButtonLink>}
        {steps.submit && left === 0 && (
          <PostButton action={`${to}/submission`} icon={Send} variant="primary">
            {words.steps.submit}
          </PostButton>
        )}
        {steps.submit && left === 0 && <span className="text-caption text-soft">{words.steps.submitTo}</span>}
        {steps.confirm && (
          <PostButton action={`${to}/confirmation`} icon={Check} variant="primary">
            {words.steps.confirm}
          </PostButton>
        )}
        {steps.confirm && <GiveBack action={`${to}/return`} label={words.steps.giveBack} icon={Undo2} />}
        {steps.reopen && !steps.confirm && (
          <GiveBack action={`${to}/reopening`} label={words.steps.reopen} icon={RotateCcw} />
        )}
      </span>
    </section>
  );
}

interface GiveBackProps {
  action: string;
  label: string;
  icon: typeof Undo2;
}

function GiveBack({ action, label, icon }: GiveBackProps) {
  const { steps } = useWords(markWords);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button icon={icon} onPress={() => setOpen(true)}>
        {label}
      </Button>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={steps.giveBackTitle}>
        {isOpen && <Later load={loadReturnForm} props={{ action, onDone: () => setOpen(false) }} />}
      </Dialog>
    </>
  );
}
