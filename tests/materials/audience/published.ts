/** Materials that are out, with one accepted file and the rules a test names. */

import { db } from "~/platform/db.server";
import type { Prisma } from "~/platform/prisma/client";
import { makeUnit, type UnitLike } from "../../factories";

export type Rule = Omit<Prisma.AudienceRuleCreateManyMaterialInput, "id">;

export async function makePublished(
  values: {
    unit?: UnitLike;
    title?: string;
    circulation?: string;
    state?: string;
    publishedAt?: Date | null;
    trashedAt?: Date | null;
    fileState?: string;
    rules?: Rule[];
  } = {},
) {
  const unitId = values.unit?.id ?? (await makeUnit()).id;
  const { title = "Đề cương tháng 11", circulation = "internal", state = "published" } = values;
  const publishedAt = values.publishedAt === undefined ? new Date("2026-11-01") : values.publishedAt;
  const material = await db.material.create({
    data: {
      ...{ unitId, title, circulation, state, publishedAt, trashedAt: values.trashedAt ?? null },
      ...{ kind: "outline", createdBy: "x" },
      rules: { createMany: { data: values.rules ?? [] } },
      versions: {
        create: { number: 1, publishedAt, createdBy: "x", files: { create: fileOf(values.fileState) } },
      },
    },
    include: { versions: { include: { files: true } } },
  });
  const [version] = material.versions;
  if (publishedAt) await db.material.update({ where: { id: material.id }, data: { currentId: version?.id } });
  return { ...material, versionId: version?.id ?? "", fileId: version?.files[0]?.id ?? "" };
}

function fileOf(state = "accepted") {
  return { name: "de-cuong.pdf", format: "pdf", state, declaredBy: "x", declaredAt: new Date("2026-11-01") };
}
