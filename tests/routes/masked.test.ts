/** What is masked is nowhere: in no loader's answer and on no export, until somebody reveals it; then it is in the trail. */
import { expect, test } from "vitest";
import type { Actor } from "~/platform/actor";
import { db } from "~/platform/db.server";
import { listZip, unpack } from "~/platform/zip.server";
import { privateFieldNames } from "~/roster/record/private";
import { switchOn } from "~/roster/record/private-settings.server";
import { action as reveal } from "~/routes/roster.$speakerId.private.$field.reveal";
import { accessList } from "../access-list";
import { cookies, makeActor, makeAppointment, makeSpeaker, makeUnit } from "../factories";
import { answerOf, get, post } from "../requests";

type Handler = (args: { request: Request; params: Record<string, string>; context: object }) => unknown;
const modules = import.meta.glob<{ loader?: Handler }>("../../app/routes/*.{ts,tsx}");

const planted = {
  ethnicGroup: "Xơ Đăng Rơ Ngao",
  partyJoinedOn: new Date("1991-07-19"),
  partyFullOn: new Date("1992-08-23"),
  identityNumber: "067091004273",
  homeAddress: "Làng Kon Klor, ngõ 77",
};
const shapes = [
  ...["Xơ Đăng Rơ Ngao", "067091004273", "Làng Kon Klor, ngõ 77"],
  ...["1991-07-19", "19/07/1991", "1992-08-23", "23/08/1992"],
];

test("no loader and no export holds what is masked; revealing it is a line in the trail", async () => {
  await makeUnit();
  const unit = await makeUnit({ name: "Đảng ủy xã Kon Klor" });
  const administrator = await makeActor({ role: "system_administrator", unit });
  const speaker = await makeSpeaker({ fullName: "A Thút", unit });
  await makeAppointment({ speaker });
  for (const field of privateFieldNames) {
    await switchOn(administrator, field, { reason: "Phân công theo tiếng dân tộc." });
  }
  await db.speakerPrivate.create({ data: { speakerId: speaker.id, ...planted } });

  const asked = await askEverything(administrator, { speakerId: speaker.id });
  const columns = "columns=name,phone,email,birth,gender,workplace,education,politicalTheory,updated";
  for (const path of ["export.xlsx", "export.csv", "annex.docx", "print"]) {
    const file = `roster.${path.replace(".", "[.]")}`;
    asked.set(`${path}?${columns}`, await textOf(file, `/roster/${path}?${columns}`, administrator, {}));
  }
  const leaks = [...asked].flatMap(([path, text]) =>
    shapes.filter((shape) => text.includes(shape)).map((shape) => `${path}: ${shape}`),
  );
  expect(leaks).toEqual([]);
  const holding = [...asked].filter(([, text]) => text.includes("A Thút")).map(([path]) => path);
  expect(holding).toEqual(
    expect.arrayContaining(["_app.roster._index", "_app.roster.$speakerId", `export.csv?${columns}`]),
  );
  expect(await db.auditLine.count({ where: { action: "speaker.private_revealed" } })).toBe(0);

  const params = { speakerId: speaker.id, field: "identityNumber" };
  const request = post("/", {}, administrator);
  const { body } = await answerOf(() => reveal({ request, params, context: {} }));
  expect(JSON.stringify(body)).toContain(planted.identityNumber);
  const line = await db.auditLine.findFirst({ where: { subjectId: speaker.id }, orderBy: { id: "desc" } });
  expect([line?.action, line?.actorId]).toEqual(["speaker.private_revealed", administrator.userId]);
  expect(JSON.stringify([line?.before, line?.after])).not.toContain(planted.identityNumber);
}, 60_000);

/** Everything that this person may ask for without naming another record, by its route. */
async function askEverything(actor: Actor, params: Record<string, string>): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  for (const [name, { get: cell }] of Object.entries(accessList)) {
    const known = (cell?.path.match(/:(\w+)/g) ?? []).every((param) => param.slice(1) in params);
    if (!cell || !known || name === "sign-out") continue;
    const path = cell.path.replace(/:(\w+)/g, (_, param: string) => params[param] ?? "");
    answers.set(name, await textOf(name, path, actor, params));
  }
  return answers;
}

async function textOf(
  name: string,
  path: string,
  actor: Actor,
  params: Record<string, string>,
): Promise<string> {
  const route = await (modules[`../../app/routes/${name}.ts`] ?? modules[`../../app/routes/${name}.tsx`])?.();
  const request = get(path, { cookie: cookies.get(actor.userId) ?? "" });
  const answer = await Promise.resolve()
    .then(() => route?.loader?.({ request, params, context: {} }))
    .catch((thrown) => thrown);
  if (!(answer instanceof Response)) return JSON.stringify(answer) ?? "";
  const bytes = Buffer.from(await answer.arrayBuffer());
  const entries = listZip(bytes);
  return entries ? entries.map((entry) => unpack(entry).toString()).join("\n") : bytes.toString();
}
