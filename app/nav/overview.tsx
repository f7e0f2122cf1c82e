/** The first page's parts: how many there are, what needs doing, the first days' steps. */
import { ArrowRight, Circle, CircleCheck } from "lucide-react";
import { useLanguage } from "~/ui/language";
import { Link } from "~/ui/link";
import type { Step } from "./first-page";

export interface Figure {
  label: string;
  value: string;
  to: string;
}

export function Figures({ figures }: { figures: Figure[] }) {
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(13rem,1fr))] gap-4 phone:grid-cols-2 phone:gap-3">
      {figures.map(({ label, value, to }) => (
        <li key={to}>
          <Link
            to={to}
            className="flex h-full flex-col-reverse justify-end rounded-card border border-line bg-paper px-5 py-4 hover:border-edge phone:px-4"
          >
            <span className="text-soft">{label}</span>
            <span className="text-title font-bold tabular-nums">{value}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

export interface Task {
  label: string;
  to: string;
}

export function Tasks({ tasks, nothing }: { tasks: Task[]; nothing: string }) {
  if (tasks.length === 0) {
    return (
      <p className="flex items-center gap-3 rounded-card border border-line bg-paper px-5 py-4 text-soft phone:px-4">
        <CircleCheck aria-hidden size={20} strokeWidth={1.75} className="shrink-0 text-green" />
        {nothing}
      </p>
    );
  }
  return (
    <ul className="rounded-card border border-line bg-paper">
      {tasks.map(({ label, to }) => (
        <li key={to} className="border-b border-line last:border-0">
          <Link
            to={to}
            className="flex min-h-14 items-center gap-3 rounded-card px-5 py-2 hover:bg-hover phone:px-4"
          >
            <span className="flex-1 font-medium">{label}</span>
            <ArrowRight aria-hidden size={18} className="shrink-0 text-soft" />
          </Link>
        </li>
      ))}
    </ul>
  );
}

export function Steps({ steps, done }: { steps: Step[]; done: string }) {
  const language = useLanguage();
  return (
    <ol className="rounded-card border border-line bg-paper">
      {steps.map(({ label, to, isDone }) => (
        <li
          key={to}
          className="flex min-h-14 items-center gap-3 border-b border-line px-5 py-2 last:border-0 phone:px-4"
        >
          {isDone ? (
            <CircleCheck aria-hidden size={20} className="shrink-0 text-green" />
          ) : (
            <Circle aria-hidden size={20} className="shrink-0 text-faint" />
          )}
          <Link to={to} className="flex min-h-control flex-1 items-center font-medium hover:underline">
            {label[language]}
          </Link>
          {isDone && <span className="text-caption text-green">{done}</span>}
        </li>
      ))}
    </ol>
  );
}
