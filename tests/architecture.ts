/** The rules of the house as functions over source files: each names what breaks it. */
import ts from "typescript";

/** Source text by its path in the repository: "app/roster/speaker.ts". */
export type Files = Record<string, string>;
export type Rule = (files: Files) => string[];

const ground = ["platform", "offline", "ui"];
const features = ["units", "accounts", "roster", "training", "materials", "outreach", "reports"];
/** Import only from a step below. The last five see everything; nothing imports routes, root or entries. */
const stairs = [...ground, ...features, "nav", "uploads.server", "jobs.server", "routes", "root", "entry"];

/** Whose room a page enters freely, where its address does not say so. */
const roomsOfAddresses: Record<string, string[]> = {
  "sign-in": ["accounts"],
  "sign-out": ["accounts"],
  activate: ["accounts"],
  account: ["accounts"],
  audit: ["accounts"],
  library: ["materials"],
  outbox: ["accounts"],
  me: ["roster"],
  setup: ["accounts", "units"],
};

/** Loaders and actions for people who are not signed in, or who cannot be: each with its reason. */
export const openToStrangers: Record<string, string> = {
  "sign-in": "asks who is there",
  activate: "the one-time code says who is there",
  setup: "the code in the terminal says who is there",
  language: "chosen before signing in too",
  theme: "kept in the browser alone",
  ui: "shows parts, and nothing of anybody",
  $: "says only that there is no such page",
  healthz: "asked by machines",
  readyz: "asked by machines",
  metrics: "asked by machines",
};

/** Vietnamese that is not a sentence of the screen, outside words files. */
const vietnameseElsewhere: Record<string, string> = {
  "app/platform/actor.ts": "the system's own name, as the trail keeps it",
  "app/platform/forms.ts": "the words of the forms themselves",
  "app/accounts/device.ts": "the name of a browser",
  "app/platform/letters/syllable.ts": "the spelling of Vietnamese",
};

export const climbsOnlyDown: Rule = (files) =>
  eachImport(files, (file, target) => {
    const from = stepOf(file);
    if (from < 0) return `${file} stands in no room`;
    const to = target.startsWith("~/") ? stepOf(`app/${target.slice(2)}`) : from;
    if (to < 0) return `${file} imports ${target}, which is no room`;
    return to > from ? `${file} climbs up to ${target}` : undefined;
  });

export const entersByTheDoor: Rule = (files) =>
  eachImport(files, (file, target) => {
    const [room, inside] = splitRoom(target);
    if (!features.includes(room) || inside === "" || inside === "index.server") return;
    if (roomOf(file) === room || roomsOfRoute(file).includes(room)) return;
    if (file === "app/jobs.server.ts" && inside === "jobs.server") return;
    return `${file} enters ${target} beside its door`;
  });

export const namesItsNeighbours: Rule = (files) =>
  eachImport(files, (file, target) => {
    if (target.startsWith("../") || target === "..") return `${file} imports ${target}`;
    // A file in a subfolder can name its room's other files only this way; nav.ts its own folder too.
    const standsInRoom = file.split("/").length === 3;
    if (splitRoom(target)[0] === roomOf(file) && standsInRoom) return `${file} leaves its room to ${target}`;
    if (roomOf(file) === "routes" && target.startsWith("./")) return `${file} imports another route`;
  });

export const fewTouchTheDatabase: Rule = (files) =>
  eachImport(files, (file, target) => {
    const database = /^(~\/platform\/(db\.server|prisma\/)|pg$|pg-boss$|@prisma\/)/.test(target);
    const allowed =
      roomOf(file) === "platform" ||
      // Hands the database to the queue when the app starts.
      file === "app/jobs.server.ts" ||
      (features.includes(roomOf(file)) && /\.server\.tsx?$/.test(file));
    return database && !allowed ? `${file} imports the database (${target})` : undefined;
  });

export const fewTouchRequests: Rule = (files) =>
  Object.keys(files)
    .filter((file) => !/^app\/(routes|platform|entry\.|root\.|accounts\/sessions\.server\.ts)/.test(file))
    .filter((file) => namesIn(parsed(file, files)).some((name) => name === "Request" || name === "Response"))
    .map((file) => `${file} touches Request or Response`);

export const framework: Rule = (files) =>
  eachImport(files, (file, target) => {
    const allowed = /^app\/(routes|ui|platform|nav\/|entry\.|root\.)/.test(file);
    return target.startsWith("@remix-run/") && !allowed ? `${file} imports ${target}` : undefined;
  });

export const asksWhoFirst: Rule = (files) =>
  Object.keys(files)
    .filter((file) => file.startsWith("app/routes/") && !(addressOf(file) in openToStrangers))
    .flatMap((file) =>
      handlersIn(parsed(file, files))
        .filter(({ first }) => !/^[^;{]*\brequireActor\(\s*request\b/.test(first))
        .map(({ name }) => `${file}: ${name} does not begin with requireActor`),
    );

export const keepsWordsTogether: Rule = (files) =>
  Object.keys(files)
    .filter((file) => !/(^|\/|-)words\.ts$/.test(file) && !(file in vietnameseElsewhere))
    .flatMap((file) =>
      textsIn(parsed(file, files))
        .filter((text) => /[à-ỹÀ-Ỹ].*\s|\s.*[à-ỹÀ-Ỹ]/u.test(text.normalize("NFC")))
        .map((text) => `${file} holds a sentence: ${text.trim().slice(0, 60)}`),
    );

export const saysWhatItKnows: Rule = (files) =>
  Object.entries(files)
    .filter(([, source]) => !/^\/\*\* \S.*(\*\/)?$/.test(source.slice(0, source.indexOf("\n"))))
    .map(([file]) => `${file} does not say in line 1 what it knows`);

export const hasNoDrawers: Rule = (files) =>
  Object.keys(files)
    .filter((file) => drawer.test(file.split("/").slice(0, 3).join("/")))
    .map((file) => `${file} is a drawer: a thing without a room has no name yet`);

const drawer = /\/(utils?|helpers?|common|lib|types?|hooks?|services?|misc)(\.server)?(\/|\.tsx?$|$)/;

export const worksInAFlowerShop: Rule = (files) =>
  Object.keys(files)
    .filter((file) => /^app\/(ui|offline)\//.test(file))
    .flatMap((file) =>
      namesIn(parsed(file, files))
        .filter((name) => /speaker|roster|appointment|rapporteur|commune|grassroots/i.test(name))
        .map((name) => `${file} knows a feature's word: ${name}`),
    );

function stepOf(file: string): number {
  return stairs.indexOf(roomOf(file));
}

function roomOf(file: string): string {
  const [, room = "", ...rest] = file.split("/");
  return rest.length > 0 ? room : room.replace(/\.tsx?$/, "").replace(/^entry\..*/, "entry");
}

function splitRoom(target: string): [string, string] {
  const [, room = "", inside = ""] = /^~\/([^/]+)(?:\/(.*))?$/.exec(target) ?? [];
  return [room, inside];
}

/** "roster" for app/routes/_app.roster.$speakerId.tsx. */
function addressOf(file: string): string {
  const name = file.replace("app/routes/", "").replace(/\.tsx?$|\/route\.tsx?$/, "");
  return name.replace(/^_[a-z]+\./, "").split(/[._[]/)[0] ?? "";
}

function roomsOfRoute(file: string): string[] {
  if (!file.startsWith("app/routes/")) return [];
  const address = addressOf(file);
  // "/settings/roster/..." are the roster's.
  if (address === "settings") return /settings\.([a-z]+)/.exec(file)?.slice(1) ?? [];
  return roomsOfAddresses[address] ?? [address];
}

function eachImport(files: Files, complain: (file: string, target: string) => string | undefined): string[] {
  return Object.keys(files).flatMap((file) =>
    importsIn(parsed(file, files)).flatMap((target) => complain(file, target) ?? []),
  );
}

const trees = new Map<string, ts.SourceFile>();

function parsed(file: string, files: Files): ts.SourceFile {
  const source = files[file] ?? "";
  const known = trees.get(file);
  if (known?.text === source) return known;
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.ESNext, false);
  trees.set(file, tree);
  return tree;
}

function importsIn(tree: ts.SourceFile): string[] {
  return ts.preProcessFile(tree.text, true, true).importedFiles.map(({ fileName }) => fileName);
}

function namesIn(tree: ts.SourceFile): string[] {
  return every(tree, ts.isIdentifier).map(({ text }) => text);
}

function textsIn(tree: ts.SourceFile): string[] {
  const isText = (node: ts.Node): node is ts.LiteralLikeNode =>
    ts.isStringLiteral(node) || ts.isJsxText(node) || ts.isTemplateLiteralToken(node);
  return every(tree, isText).map(({ text }) => text);
}

function every<N extends ts.Node>(tree: ts.Node, is: (node: ts.Node) => node is N): N[] {
  const found: N[] = [];
  const visit = (node: ts.Node) => {
    if (is(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** The exported loader and action, however written, with the text of their first statement. */
function handlersIn(tree: ts.SourceFile): { name: string; first: string }[] {
  return tree.statements.flatMap((statement) => {
    if (ts.isExportDeclaration(statement)) {
      return (
        statement.exportClause && ts.isNamedExports(statement.exportClause)
          ? statement.exportClause.elements.map(({ name }) => name.text)
          : []
      )
        .filter(isHandler)
        .map((name) => ({ name, first: "" }));
    }
    if (!ts.canHaveModifiers(statement)) return [];
    if (!statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
    if (ts.isFunctionDeclaration(statement)) {
      return isHandler(statement.name?.text)
        ? [{ name: statement.name?.text ?? "", first: firstOf(statement.body, tree) }]
        : [];
    }
    if (!ts.isVariableStatement(statement)) return [];
    return statement.declarationList.declarations
      .filter(({ name }) => ts.isIdentifier(name) && isHandler(name.text))
      .map(({ name, initializer }) => ({
        name: (name as ts.Identifier).text,
        first:
          initializer && ts.isArrowFunction(initializer) && ts.isBlock(initializer.body)
            ? firstOf(initializer.body, tree)
            : "",
      }));
  });
}

function isHandler(name: string | undefined): boolean {
  return name === "loader" || name === "action";
}

function firstOf(body: ts.Block | undefined, tree: ts.SourceFile): string {
  return body?.statements[0]?.getText(tree) ?? "";
}
