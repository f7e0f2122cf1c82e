/** The bytes of a PDF between two places, asked for again when the line was cut. */

/** Why a PDF does not come: what the page then says. `said` are the server's own words. */
export class NoPdf extends Error {
  readonly why: "offline" | "notThere" | "broken" | "refused";
  readonly said?: string;

  constructor(why: NoPdf["why"], said?: string) {
    super(why);
    this.why = why;
    this.said = said;
  }
}

export interface Part {
  bytes: Uint8Array;
  /** Of the whole file. */
  total: number;
}

export const partSize = 64 * 1024;
const tries = 4;

/** Throws NoPdf. */
export async function fetchPart(url: string, begin: number, end: number): Promise<Part> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await fetchOnce(url, begin, end);
    } catch (error) {
      if (error instanceof NoPdf || attempt === tries)
        throw error instanceof NoPdf ? error : new NoPdf("offline");
      await new Promise((wake) => setTimeout(wake, attempt * 800));
    }
  }
}

async function fetchOnce(url: string, begin: number, end: number): Promise<Part> {
  const answer = await fetch(url, { headers: { Range: `bytes=${begin}-${end - 1}` } });
  const type = answer.headers.get("Content-Type") ?? "";
  if (answer.status === 422) throw new NoPdf("refused", await refusalIn(answer));
  if (answer.status === 404 || answer.status === 403) throw new NoPdf("notThere");
  // The sign-in page instead of the file: who tries again comes past it.
  if (!answer.ok || !type.startsWith("application/pdf")) throw new NoPdf("offline");
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const total = Number(/\/(\d+)$/.exec(answer.headers.get("Content-Range") ?? "")?.[1]);
  return { bytes, total: answer.status === 206 && total ? total : bytes.length };
}

async function refusalIn(answer: Awaited<ReturnType<typeof fetch>>): Promise<string | undefined> {
  const { errors } = (await answer.json()) as { errors?: Record<string, string> };
  return Object.values(errors ?? {})[0];
}
