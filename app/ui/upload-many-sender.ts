/** Sends one file piece by piece (tus) and goes on by itself after a cut; loaded when somebody has chosen a file. */
import { type DetailedError, Upload } from "tus-js-client";
import { type UploadFacts, uploadPath } from "~/platform/uploads/upload";

export interface SenderEvents {
  onProgress(sent: number): void;
  /** The line was cut; it tries again by itself. */
  onCut(): void;
  onDone(): void;
  /** `status` 0: the file could not be read. `why`: the server's words, if it said any. */
  onStopped(status: number, why: string): void;
}

export interface Sender {
  /** The id of the upload that was begun before and goes on. */
  resumes: string | undefined;
  /** Begins, or goes on from what the server has. */
  start(): void;
  /** Stops; with `forget` the server throws away what it has. */
  stop(forget: boolean): void;
}

// Small enough that a slow line finishes one within the minutes that a server gives a request.
const pieceBytes = 8 * 1024 * 1024;
// A day of trying, if need be.
const pauses = [500, 1_000, 2_000, 4_000, ...Array.from({ length: 8_000 }, () => 10_000)];

export async function prepareSender(
  file: File,
  facts: Omit<UploadFacts, "filename">,
  isStillThere: (id: string) => boolean,
  { onProgress, onCut, onDone, onStopped }: SenderEvents,
): Promise<Sender> {
  const { purpose, subject } = facts;
  const upload = new Upload(file, {
    endpoint: uploadPath,
    metadata: { ...facts, filename: file.name },
    chunkSize: pieceBytes,
    retryDelays: pauses,
    removeFingerprintOnSuccess: true,
    // The same file, changed meanwhile or for another record, is another one.
    fingerprint: async () => ["upload", purpose, subject, file.name, file.size, file.lastModified].join(" "),
    onShouldRetry: (error) => {
      const status = statusOf(error);
      const isCut = status === 0 || status >= 500 ? status !== 507 : [408, 409, 423, 429].includes(status);
      if (isCut) onCut();
      return isCut;
    },
    onProgress,
    onSuccess: onDone,
    onError: (error) => {
      const isHttp = "originalRequest" in error;
      const status = isHttp ? statusOf(error as DetailedError) : 0;
      onStopped(status, isHttp ? wordsOf(error as DetailedError) : "");
    },
  });
  const earlier = (await upload.findPreviousUploads()).find(({ uploadUrl }) => isStillThere(idOf(uploadUrl)));
  if (earlier) upload.resumeFromPreviousUpload(earlier);
  return {
    resumes: earlier && idOf(earlier.uploadUrl),
    start: () => upload.start(),
    // What is thrown away may be gone already.
    stop: (forget) => void upload.abort(forget).catch(() => {}),
  };
}

function statusOf(error: DetailedError): number {
  return error.originalResponse?.getStatus() ?? 0;
}

/** Our server answers in plain words; a page of somebody else's, in between, is none. */
function wordsOf(error: DetailedError): string {
  const text = error.originalResponse?.getBody() ?? "";
  return text.length > 0 && text.length < 300 && !text.includes("<") ? text : "";
}

function idOf(address: string | null): string {
  return address?.split("/").at(-1) ?? "";
}
