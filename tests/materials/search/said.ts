/** Published materials whose pages say something. */
import { db } from "~/platform/db.server";
import { makePublished } from "../audience/published";

type Values = NonNullable<Parameters<typeof makePublished>[0]> & { number?: string; pages?: string[] };

/** Public unless the test says otherwise. */
export async function makeSaid({ number, pages = [], ...values }: Values) {
  const made = await makePublished({ circulation: "public", ...values });
  if (number) await db.material.update({ where: { id: made.id }, data: { number } });
  await addPages(made.fileId, pages);
  return made;
}

export async function addPages(fileId: string, pages: string[]) {
  await db.materialPage.createMany({
    data: pages.map((text, place) => ({ fileId, page: place + 1, text, source: "layer" })),
  });
}
