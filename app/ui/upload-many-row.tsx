/** One file on its way: its bar, how fast it goes, what went wrong with it, and the way to take it off. */
import { Check, CircleAlert, type LucideIcon, Paperclip, WifiOff, X } from "lucide-react";
import type { Language } from "~/platform/words";
import { Button, IconButton } from "./button";
import { useLanguage, useWords } from "./language";
import { showSize } from "./number";
import type { SentFile } from "./upload-many-state";
import { uploadManyWords } from "./upload-many-words";

interface RowProps {
  file: SentFile;
  onGoOn: () => void;
  onRemove: () => void;
}

export function UploadRow({ file, onGoOn, onRemove }: RowProps) {
  const words = useWords(uploadManyWords);
  const language = useLanguage();
  const { name, size, sent, state, status = 0 } = file;
  const isFault = state === "stopped";
  // Of what the server holds nothing against, it takes the rest once it can.
  const mayGoOn = isFault && ![403, 404, 410, 413, 422].includes(status);
  const { icon: Icon, colour } = looks[state] ?? { icon: Paperclip, colour: "text-soft" };
  return (
    <li className="flex items-start gap-3 border-line border-b py-3 pr-2 pl-4 last:border-b-0">
      <Icon aria-hidden size={20} strokeWidth={1.75} className={`mt-0.5 shrink-0 ${colour}`} />
      <div className="min-w-0 flex-1">
        <p className="flex justify-between gap-4">
          <span className="min-w-0 font-medium wrap-anywhere">{name}</span>
          <span className="shrink-0 text-soft text-table tabular-nums">{showSize(size, language)}</span>
        </p>
        {state !== "done" && !isFault && (
          <progress
            aria-label={name}
            value={sent}
            max={size}
            className="my-1.5 block h-2 w-full appearance-none overflow-hidden rounded-pill bg-neutral-soft [&::-moz-progress-bar]:bg-primary [&::-webkit-progress-bar]:bg-neutral-soft [&::-webkit-progress-value]:bg-primary"
          />
        )}
        <p
          role={isFault || state === "again" ? "alert" : undefined}
          className={`text-caption ${colour} ${isFault || state === "again" ? "font-medium" : ""}`}
        >
          {sayState(file, language)}
        </p>
        {isFault && (mayGoOn || status === 401) && (
          <div className="mt-2 flex flex-wrap items-center gap-3">
            {mayGoOn && <Button onPress={onGoOn}>{words.goOn}</Button>}
            {status === 401 && (
              <a href="/sign-in" target="_blank" rel="noreferrer" className="text-link">
                {words.signIn}
              </a>
            )}
          </div>
        )}
      </div>
      <div className="-my-2.5 shrink-0">
        <IconButton icon={X} label={words.removeAloud(name)} onPress={onRemove} />
      </div>
    </li>
  );
}

const looks: Partial<Record<SentFile["state"], { icon: LucideIcon; colour: string }>> = {
  again: { icon: WifiOff, colour: "text-amber" },
  done: { icon: Check, colour: "text-green" },
  stopped: { icon: CircleAlert, colour: "text-red" },
};

function sayState({ name, size, sent, state, speed, status, why }: SentFile, language: Language): string {
  const words = uploadManyWords[language];
  const [sentSize, wholeSize] = [showSize(sent, language), showSize(size, language)];
  if (state === "held" || state === "waiting") return words.waiting;
  if (state === "again") return words.again;
  if (state === "done") return words.done;
  if (state === "missing") return words.chooseAgain(name, sentSize, wholeSize);
  if (state === "stopped") return why || (status === 0 ? words.notRead : words.failed);
  if (sent === size) return words.checking;
  const facts = [words.sending(sentSize, wholeSize)];
  if (speed) {
    const seconds = Math.ceil((size - sent) / speed);
    const time = seconds < 90 ? words.seconds(seconds) : words.minutes(Math.round(seconds / 60));
    facts.push(words.speed(showSize(speed, language)), words.left(time));
  }
  return facts.join(" · ");
}
