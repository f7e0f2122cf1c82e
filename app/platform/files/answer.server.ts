/** Stored files as answers: whole or a part of them (Range), known again by their checksum, sent as fast as they are taken. */
import type { Readable } from "node:stream";
import { db } from "~/platform/db.server";
import { asAttachment } from "~/platform/sheet-writer.server";
import { type ByteRange, fileStore } from "./store.server";

export interface Shown {
  /** With its ending; the stored file's own unless given. */
  name?: string;
  type?: string;
  /** Shown by the browser where its type is harmless there; else it is always saved. */
  inline?: boolean;
}

/** 200, 206, 304 or 416 as RFC 9110 wants it; 404 to an id without a file. Whether the person may have it, the caller has asked. */
export async function answerFile(
  request: Request,
  storedFileId: string,
  shown: Shown = {},
): Promise<Response> {
  const file = await db.storedFile.findUnique({ where: { id: storedFileId } });
  if (!file) throw new Response(null, { status: 404 });
  const etag = `"${file.sha256}"`;
  const type = shown.type ?? file.type;
  const headers = new Headers({
    ETag: etag,
    "Accept-Ranges": "bytes",
    // Asked again each time, so that a right which ended ends here too. A packed part would fit nowhere.
    "Cache-Control": "private, no-cache, no-transform",
  });
  if (namesOneOf(request.headers.get("If-None-Match"), etag)) {
    return new Response(null, { status: 304, headers });
  }
  headers.set("Content-Type", type);
  headers.set("Content-Disposition", dispositionOf({ name: file.name, ...shown, type }));
  headers.set("X-Content-Type-Options", "nosniff");
  const range = rangeIn(request, file.size, etag);
  if (range === "beyond") {
    headers.set("Content-Range", `bytes */${file.size}`);
    return new Response(null, { status: 416, headers });
  }
  if (range) headers.set("Content-Range", `bytes ${range.start}-${range.end}/${file.size}`);
  headers.set("Content-Length", String(range ? range.end - range.start + 1 : file.size));
  const status = range ? 206 : 200;
  if (request.method === "HEAD" || file.size === 0) return new Response(null, { status, headers });
  const part = range ?? { start: 0, end: file.size - 1 };
  const content = await (await fileStore()).open(file.key, part);
  closeWith(request.signal, content);
  return new Response(asBody(content), { status, headers });
}

/** The header that names the file, in Vietnamese too; what could run as a page of ours is never shown. */
export function dispositionOf({
  name,
  type,
  inline,
}: {
  name: string;
  type: string;
  inline?: boolean;
}): string {
  const attachment = asAttachment(name);
  return inline && harmless.test(type) ? attachment.replace(/^attachment/, "inline") : attachment;
}
const harmless =
  /^(application\/pdf|image\/(?!svg)[\w.+-]+|audio\/[\w.+-]+|video\/[\w.+-]+|text\/plain)(;|$)/;

/** One range of bytes; more than one at once are answered by the whole file, as the standard allows. */
function rangeIn(request: Request, size: number, etag: string): ByteRange | "beyond" | null {
  const asked = /^bytes=(\d*)-(\d*)$/.exec(request.headers.get("Range")?.trim() ?? "");
  const since = request.headers.get("If-Range");
  if (!asked || (since !== null && since !== etag)) return null;
  const [, first = "", last = ""] = asked;
  if (first === "" && last === "") return null;
  const start = first === "" ? Math.max(size - Number(last), 0) : Number(first);
  const end = first === "" || last === "" ? size - 1 : Math.min(Number(last), size - 1);
  if (first !== "" && last !== "" && Number(last) < start) return null;
  return start > end ? "beyond" : { start, end };
}

function namesOneOf(list: string | null, etag: string): boolean {
  return list?.split(",").some((one) => ["*", etag].includes(one.trim().replace(/^W\//, ""))) ?? false;
}

/** Who goes away before the answer begins leaves nobody behind who would read it to its end. */
function closeWith(signal: AbortSignal, content: Readable): void {
  const close = () => content.destroy();
  if (signal.aborted) close();
  else signal.addEventListener("abort", close, { once: true });
}

/**
 * A body of which our own server takes the stream inside (host/pages.ts) instead of passing each piece on as a web stream.
 * Whoever reads it as a body gets the same bytes.
 */
function asBody(content: Readable): ReadableStream<Uint8Array> {
  const pieces = content[Symbol.asyncIterator]();
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { value, done } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel() {
        content.destroy();
      },
    },
    { highWaterMark: 0 },
  );
  return Object.assign(body, { [Symbol.for("bytes as a Node stream")]: content });
}
