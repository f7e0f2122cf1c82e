/** One file on its way: its bar, how fast it goes, what went wrong with it, and the way to take it off. */
import { Check, CircleAlert, Paperclip, X } from "lucide-react";
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
  const Icon = state === "done" ? Check : isFault ? CircleAlert : Paperclip;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1.5 border-line border-b px-4 py-3 last:border-b-0">
      <Icon
        aria-hidden
        size={20}
        strokeWidth={1.75}
        className={`shrink-0 ${state === "done" ? "text-green" : isFault ? "text-red" : "text-soft"}`}
      />
      <div className="min-w-0 flex-1 basis-56">
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
          role={isFault ? "alert" : undefined}
          className={`text-caption ${isFault ? "font-medium text-red" : state === "done" ? "text-green" : "text-soft"}`}
        >
          {sayState(file, language)}
        </p>
      </div>
      {mayGoOn && <Button onPress={onGoOn}>{words.goOn}</Button>}
      {isFault && status === 401 && (
        <a href="/sign-in" target="_blank" rel="noreferrer" className="text-link">
          {words.signIn}
        </a>
      )}
      <IconButton icon={X} label={words.removeAloud(name)} onPress={onRemove} />
    </li>
  );
}

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
