/** The tus protocol (resumable uploads, version 1.0) over web requests: each person's own uploads, for the purposes that features declare. */
import { randomUUID } from "node:crypto";
import { DataStore, ERRORS, MemoryLocker, Metadata, Server, Upload } from "@tus/server";
import type { Actor } from "~/platform/actor";
import { Refusal } from "~/platform/refusal";
import type { Language, Phrase } from "~/platform/words";
import { languageOf } from "~/platform/words";
import { beginUpload, countReceived, findUpload, removeUpload, writePiece } from "./pieces.server";
import type { UploadPurpose } from "./purposes.server";
import { takeIfWhole } from "./taking.server";
import { type UploadFacts, uploadPath, usualLargest } from "./upload";
import { uploadWords as words } from "./words";

/** One request at a time writes to an upload; whoever comes anew after a cut ends the one that hangs. */
const locker = new MemoryLocker();

/** The facts of an upload that begins; null: there are none that could be read. */
export function factsOf(request: Request): Partial<UploadFacts> | null {
  try {
    return Metadata.parse(request.headers.get("Upload-Metadata") ?? undefined) as Partial<UploadFacts>;
  } catch {
    return null;
  }
}

/** Answers POST (a new one), HEAD, PATCH and DELETE. Whether the actor holds the purpose's permission, the caller has asked. */
export async function answerUpload(
  request: Request,
  actor: Actor,
  purpose: UploadPurpose,
): Promise<Response> {
  const { largest = usualLargest } = purpose;
  const takeItsOwn = async (id: string) => {
    const upload = await findUpload(actor, id);
    if (upload) await takeIfWhole(actor, purpose, upload);
  };
  const server = new Server({
    path: uploadPath,
    relativeLocation: true,
    allowedOrigins: () => false,
    datastore: storeFor(actor, purpose),
    locker,
    maxSize: largest,
    namingFunction: () => randomUUID(),
    // Killed between the last piece and the taking: whoever asks how far it is brings it to its end.
    onIncomingRequest: async ({ method }, id) => {
      if (method === "HEAD") await takeItsOwn(id);
    },
    onUploadFinish: async (_request, { id }) => {
      await takeItsOwn(id);
      return {};
    },
    onResponseError: (_request, error) => inWords(error, actor.language, largest),
  });
  return server.handleWeb(request);
}

function storeFor(actor: Actor, purpose: UploadPurpose): DataStore {
  const own = async (id: string) => {
    const upload = await findUpload(actor, id);
    if (!upload || upload.purpose !== purpose.purpose) throw ERRORS.FILE_NOT_FOUND;
    return upload;
  };
  return Object.assign(new DataStore(), {
    extensions: ["creation", "termination"],
    async create(upload: Upload) {
      const { filename = "", subject = "", declared } = (upload.metadata ?? {}) as Partial<UploadFacts>;
      const size = upload.size ?? 0;
      if (size === 0) throw new Refusal(words.empty);
      const facts = { id: upload.id, name: filename.slice(0, 255), size: BigInt(size), subjectId: subject };
      await purpose.begin(actor, subject, { name: facts.name, size, declared: declared === "1" });
      await beginUpload({ ...facts, purpose: purpose.purpose, actorId: actor.userId });
      return upload;
    },
    async getUpload(id: string) {
      const upload = await own(id);
      const offset = await countReceived(upload);
      if (offset === null) throw ERRORS.FILE_NO_LONGER_EXISTS;
      return new Upload({ id, size: Number(upload.size), offset });
    },
    async write(piece: Parameters<DataStore["write"]>[0], id: string, offset: number) {
      return writePiece(await own(id), offset, piece);
    },
    async remove(id: string) {
      await own(id);
      await removeUpload(id);
    },
  });
}

/** What the person reads beside the file. */
function inWords(error: unknown, language: Language, largest: number) {
  const say = (status_code: number, phrase: Phrase) => ({ status_code, body: phrase[language] });
  if (error instanceof Refusal) return say(error.field === "room" ? 507 : 422, error.phrase);
  if (error instanceof Response) return say(error.status, words.notThere);
  if (error === ERRORS.ERR_MAX_SIZE_EXCEEDED)
    return say(413, words.tooLarge(Math.floor(largest / 1024 / 1024)));
  // A fault of ours: the framework logs it and answers as it does everywhere.
  if (error instanceof Error) throw error;
}

/** What sends files is no page: it is told that nobody is signed in instead of being led to where one signs in. */
export function asUploader(request: Request) {
  return (refused: unknown): never => {
    const isTus = request.headers.has("Tus-Resumable");
    if (!isTus || !(refused instanceof Response) || refused.status >= 400) throw refused;
    throw new Response(words.signInAgain[languageOf(request)], { status: 401 });
  };
}
