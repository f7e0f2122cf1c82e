/** Materials that went out to somebody, and the people they went to, for the tests of who has read. */
import { dayToColumn } from "~/platform/clock";
import { db } from "~/platform/db.server";
import { makeAppointment, makeSpeaker, makeUnit, makeUser, signInAs, type UnitLike } from "../../factories";

let count = 0;

/** A published material of a unit with one accepted link, for the speakers of the unit and all under it. */
export async function makePublished(
  values: {
    unit?: UnitLike;
    title?: string;
    kind?: string;
    circulation?: string;
    acknowledgeBy?: string | null;
    publishedAt?: string;
    rules?: { unitIds?: string[]; staff?: string[]; roles?: string[] }[];
  } = {},
) {
  count += 1;
  const { unit = await makeUnit(), title = `Tài liệu ${count}`, kind = "material" } = values;
  const publishedAt = new Date(values.publishedAt ?? "2026-11-02T01:00:00Z");
  const material = await db.material.create({
    data: {
      ...{ unitId: unit.id, title, kind, circulation: values.circulation ?? "internal", state: "published" },
      ...{ createdBy: "system", publishedAt },
      rules: {
        create: (values.rules ?? [{ unitIds: [unit.id] }]).map(
          ({ unitIds = [], staff = [], roles = [] }) => ({
            ...{ unitIds, staff, roles, levels: [], networks: [], topicIds: [], languages: [] },
          }),
        ),
      },
    },
  });
  const { version, file } = await makeVersion(material, {
    acknowledgeBy: values.acknowledgeBy === undefined ? "2026-12-20" : values.acknowledgeBy,
    publishedAt,
  });
  return { ...material, unit, version, file };
}

/** The next version of a material, which is the current one from now on. */
export async function makeVersion(
  { id: materialId }: { id: string },
  values: { asksAgain?: boolean; acknowledgeBy?: string | null; publishedAt?: Date } = {},
) {
  const { asksAgain = true, acknowledgeBy = "2026-12-20", publishedAt = new Date() } = values;
  const number = (await db.materialVersion.count({ where: { materialId } })) + 1;
  const version = await db.materialVersion.create({
    data: {
      ...{ materialId, number, asksAgain, publishedAt, createdBy: "system" },
      acknowledgeBy: acknowledgeBy && dayToColumn(acknowledgeBy),
    },
  });
  const file = await db.materialFile.create({
    data: {
      ...{ versionId: version.id, name: "Bài trên trang tin", format: "link", url: "https://example.org/" },
      ...{ state: "accepted", declaredBy: "system", declaredAt: publishedAt },
    },
  });
  await db.material.update({ where: { id: materialId }, data: { currentId: version.id } });
  return { version, file };
}

/** Somebody who speaks for the unit today; with an account unless told otherwise. */
export async function makeReader(values: {
  unit: UnitLike;
  fullName?: string;
  account?: boolean;
  email?: string;
  isSignedIn?: boolean;
}) {
  const { unit, fullName = "Nguyễn Văn An", account = true, email = null } = values;
  const speaker = await makeSpeaker({ unit, fullName });
  if (email) await db.speaker.update({ where: { id: speaker.id }, data: { email } });
  await makeAppointment({ speaker });
  if (!account) return { ...speaker, userId: "", speakerId: speaker.id };
  const user = await makeUser({
    ...{ name: fullName, speakerId: speaker.id, grants: [{ role: "speaker", unit }] },
  });
  if (values.isSignedIn) await signInAs(user);
  return { ...speaker, userId: user.id, speakerId: speaker.id };
}
