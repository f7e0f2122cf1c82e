/** The files that somebody is sending: which wait, which go, how fast, what went wrong with each. */
import { useCallback, useEffect, useRef, useState } from "react";
import { type UnfinishedUpload, uploadPath } from "~/platform/uploads/upload";
import type { Sender } from "./upload-many-sender";

export interface SentFile {
  key: string;
  name: string;
  size: number;
  sent: number;
  /** "missing": begun earlier, and the browser no longer has the file. */
  state: "held" | "waiting" | "sending" | "again" | "stopped" | "missing" | "done";
  /** Bytes a second, once that can be said. */
  speed?: number;
  /** Of the server's answer, and what it said. */
  status?: number;
  why?: string;
}

interface Options {
  purpose: string;
  subjectId: string;
  declared: boolean;
  /** What is wrong with a file before anything is sent. */
  faultOf: (file: File) => string | null;
  onTaken: () => void;
}

const atOnce = 2;

export function useUploads({ purpose, subjectId, declared, faultOf, onTaken }: Options) {
  const [files, setFiles] = useState<SentFile[]>([]);
  const held = useRef(new Map<string, File>());
  const senders = useRef(new Map<string, Sender>());
  const taken = useRef(onTaken);
  taken.current = onTaken;

  const change = useCallback((key: string, values: Partial<SentFile>) => {
    setFiles((before) => before.map((one) => (one.key === key ? { ...one, ...values } : one)));
  }, []);

  useEffect(() => {
    listUnfinished(purpose, subjectId).then(async (unfinished) => {
      const missing = await Promise.all(unfinished.map(bringToEnd));
      if (missing.includes(null)) taken.current();
      const found = missing.flatMap((one) => one ?? []);
      setFiles((before) => [...found, ...before.filter(({ key }) => !found.some((one) => one.key === key))]);
    });
    const begun = senders.current;
    return () => {
      for (const sender of begun.values()) sender.stop(false);
      begun.clear();
    };
  }, [purpose, subjectId]);

  const begin = useCallback(
    async ({ key, size }: SentFile, unfinished: SentFile[]) => {
      const file = held.current.get(key);
      if (!file || senders.current.has(key)) return;
      // Held before the first await, so that it is not begun twice.
      senders.current.set(key, { resumes: undefined, start() {}, stop() {} });
      const onCut = () => change(key, { state: "again", speed: undefined });
      const loaded = await loadSender(() => senders.current.has(key), onCut);
      if (!loaded) return;
      const pace = paceOf();
      const sender = await loaded.prepareSender(
        file,
        { purpose, subject: subjectId, declared: "1" },
        (id) => unfinished.some((one) => one.key === id),
        {
          onProgress: (sent) => change(key, { state: "sending", sent, speed: pace(sent) }),
          onCut,
          onDone() {
            change(key, { state: "done", sent: size });
            held.current.delete(key);
            taken.current();
          },
          onStopped: (status, why) => change(key, { state: "stopped", status, why, speed: undefined }),
        },
      );
      // Taken off the list meanwhile.
      if (!senders.current.has(key)) return;
      senders.current.set(key, sender);
      // What was begun before and is chosen again is one file, not two.
      setFiles((before) => before.filter((one) => one.key !== sender.resumes));
      sender.start();
    },
    [purpose, subjectId, change],
  );

  useEffect(() => {
    const free = atOnce - files.filter(({ state }) => state === "sending" || state === "again").length;
    const next = files.filter(({ state }) => state === "waiting").slice(0, Math.max(free, 0));
    for (const one of next) {
      change(one.key, { state: "sending" });
      begin(
        one,
        files.filter(({ state }) => state === "missing"),
      );
    }
  }, [files, begin, change]);

  useEffect(() => {
    if (!declared) return;
    setFiles((before) =>
      before.some(({ state }) => state === "held")
        ? before.map((one) => (one.state === "held" ? { ...one, state: "waiting" } : one))
        : before,
    );
  }, [declared]);

  return {
    files,
    isSending: files.some(({ state }) => ["waiting", "sending", "again"].includes(state)),
    add(chosen: Iterable<File>) {
      const added = [...chosen].map((file): SentFile => {
        const key = crypto.randomUUID();
        const why = faultOf(file);
        if (!why) held.current.set(key, file);
        const state = why ? "stopped" : declared ? "waiting" : "held";
        return { key, name: file.name, size: file.size, sent: 0, state, ...(why && { status: 422, why }) };
      });
      setFiles((before) => [...before, ...added]);
    },
    goOn(key: string) {
      change(key, { state: "sending", why: undefined, status: undefined });
      senders.current.get(key)?.start();
    },
    remove(one: SentFile) {
      if (one.state === "missing") throwAway(one.key);
      else senders.current.get(one.key)?.stop(one.state !== "done");
      senders.current.delete(one.key);
      held.current.delete(one.key);
      setFiles((before) => before.filter(({ key }) => key !== one.key));
    },
  };
}

/** The line may be cut before the first file is chosen: then what sends has to come itself. Null: nobody wants it any more. */
async function loadSender(isWanted: () => boolean, onCut: () => void) {
  while (isWanted()) {
    try {
      return await import("./upload-many-sender");
    } catch {
      onCut();
      await new Promise((resolve) => setTimeout(resolve, 2_000));
    }
  }
  return null;
}

/** Bytes a second over the last few seconds. */
function paceOf() {
  const marks: { at: number; sent: number }[] = [];
  return (sent: number): number | undefined => {
    const at = performance.now();
    marks.push({ at, sent });
    while ((marks[0]?.at ?? at) < at - 5_000) marks.shift();
    const first = marks[0];
    return first && at - first.at > 700 ? ((sent - first.sent) / (at - first.at)) * 1000 : undefined;
  };
}

async function listUnfinished(purpose: string, subject: string): Promise<UnfinishedUpload[]> {
  // Without it the page still sends files: what was begun is then sent anew.
  const answer = await fetch(`${uploadPath}?${new URLSearchParams({ purpose, subject })}`).catch(() => null);
  if (!answer?.headers.get("Content-Type")?.includes("json")) return [];
  return ((await answer.json()) as { unfinished: UnfinishedUpload[] }).unfinished;
}

/** What has come whole needs no file: asked how far it is, the server brings it to its end. Null: that is done. */
async function bringToEnd({ id, name, size, received }: UnfinishedUpload): Promise<SentFile | null> {
  const headers = { "Tus-Resumable": "1.0.0" };
  if (received === size) {
    const answer = await fetch(`${uploadPath}/${id}`, { method: "HEAD", headers }).catch(() => null);
    if (answer?.ok || answer?.status === 422) return null;
  }
  return { key: id, name, size, sent: received, state: "missing" };
}

function throwAway(id: string): void {
  // What nobody goes on with is removed by the server after two days anyway.
  fetch(`${uploadPath}/${id}`, { method: "DELETE", headers: { "Tus-Resumable": "1.0.0" } }).catch(() => {});
}
