/** The bench of downloads: `npm run bench:downloads`. 20 MB, 32 at once, by signed link, beside Debian's nginx on the same file (`apt-get install nginx-light`). */
import { spawn, spawnSync } from "node:child_process";
import { createHash, createHmac, randomBytes, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { chmod, copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { Agent, get } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { freePort } from "../../app/platform/host/postgres.ts";
import { startHouse } from "./house.ts";

const megabytes = 20;
const atOnce = 32;
const secondsEach = 3;
const rounds = 5;
/** Of nginx's rate, at least. */
const wanted = 0.6;
/** In MB: what the last round may hold more than the first. */
const flat = 25;

const folder = await mkdtemp(path.join(tmpdir(), "bench-downloads-"));
await chmod(folder, 0o755);
const data = path.join(folder, "data");
process.env.DEMO = "1";
// Making the sample department fills the memory of the first start.
await (await startHouse(await freePort(), data)).stop();
const house = await startHouse(await freePort(), data);
const nginx = await startNginx();
try {
  const { link, cookie } = await prepare();
  const ours = { port: house.port, path: link, headers: { Cookie: cookie } };
  await check(ours);
  const atRest = house.memory();
  const memory: number[] = [];
  const watching = setInterval(() => {
    memory[memory.length - 1] = Math.max(memory.at(-1) ?? 0, house.memory());
  }, 50);
  const measured: { own: Rate; other: Rate | undefined }[] = [];
  for (let round = 0; round < rounds; round++) {
    const other = nginx ? await measure({ port: nginx.port, path: "/file.bin", headers: {} }) : undefined;
    memory.push(0);
    measured.push({ own: await measure(ours), other });
  }
  clearInterval(watching);
  console.log(`${megabytes} MB, ${atOnce} at once, ${rounds} rounds of ${secondsEach} s, the middle one`);
  const rates = measured.map(({ own }) => own.speed);
  const work = middle(measured.map(({ own }) => own.processor / own.gigabytes));
  console.log(`ours   ${middle(rates).toFixed(0)} MB/s; ${work.toFixed(0)} ms of processor time a GB`);
  const most = memory.map((one) => one.toFixed(0)).join(", ");
  console.log(`memory ${atRest.toFixed(0)} MB before, at most ${most} MB in each round`);
  if ((memory.at(-1) ?? 0) - (memory[0] ?? 0) > flat) process.exitCode = 1;
  if (nginx) {
    const others = measured.map(({ other }) => other?.speed ?? Number.NaN);
    // Each beside the one measured in the same seconds: what else the machine does falls on both.
    const ratios = measured.map(({ own }, round) => own.speed / (others[round] ?? Number.NaN));
    const percents = ratios.map((one) => (100 * one).toFixed(0)).join(", ");
    console.log(
      `nginx  ${middle(others).toFixed(0)} MB/s; ours is ${(100 * middle(ratios)).toFixed(0)} % of it (${percents}), at least ${100 * wanted} % are wanted`,
    );
    if (middle(ratios) < wanted) process.exitCode = 1;
  } else {
    console.log("nginx  is not here: apt-get install nginx-light");
  }
} finally {
  nginx?.stop();
  await house.stop();
  await rm(folder, { recursive: true, force: true });
}

interface Place {
  port: number;
  path: string;
  headers: Record<string, string>;
}

interface Rate {
  /** MB a second over all connections. */
  speed: number;
  gigabytes: number;
  /** Of our server, in ms. */
  processor: number;
}

async function measure(place: Place): Promise<Rate> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const end = performance.now() + secondsEach * 1000;
  const begun = performance.now();
  const before = house.processor();
  let bytes = 0;
  const fetchAll = async () => {
    while (performance.now() < end) await fetchOnce(place, agent, (count) => (bytes += count));
  };
  await Promise.all(Array.from({ length: atOnce }, fetchAll));
  agent.destroy();
  const speed = bytes / 1_000_000 / ((performance.now() - begun) / 1000);
  return { speed, gigabytes: bytes / 1e9, processor: house.processor() - before };
}

function fetchOnce({ port, path, headers }: Place, agent: Agent, count: (bytes: number) => void) {
  return new Promise<void>((resolve, reject) => {
    get({ host: "127.0.0.1", port, path, headers, agent }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`${path} answered ${answer.statusCode}`));
      answer.on("data", (chunk: Buffer) => count(chunk.length));
      answer.once("end", resolve);
    }).once("error", reject);
  });
}

/** What is measured is the file: whole, and by parts. */
async function check({ port, path: link, headers }: Place): Promise<void> {
  const answer = await fetch(`http://127.0.0.1:${port}${link}`, { headers });
  const found = createHash("sha256")
    .update(Buffer.from(await answer.arrayBuffer()))
    .digest("hex");
  if (answer.headers.get("ETag") !== `"${found}"`) throw new Error("What came is not what was stored.");
  const part = await fetch(`http://127.0.0.1:${port}${link}`, {
    headers: { ...headers, Range: "bytes=9-18" },
  });
  if (part.status !== 206 || (await part.arrayBuffer()).byteLength !== 10) throw new Error("No parts.");
}

/** A file in the store, somebody's session, and a link for them as platform/files/links.server.ts makes it. */
async function prepare(): Promise<{ link: string; cookie: string }> {
  const secrets = JSON.parse(readFileSync(path.join(data, "secrets.json"), "utf8"));
  const databasePort = readFileSync(path.join(data, "postgres/postmaster.pid"), "utf8").split("\n")[3];
  const owner = new pg.Client({
    connectionString: `postgresql://owner:${secrets.databaseOwner}@127.0.0.1:${databasePort}/app`,
  });
  await owner.connect();
  const id = randomUUID();
  const key = `${id.slice(0, 2)}/${id}`;
  const content = readFileSync(path.join(folder, "file.bin"));
  await mkdir(path.join(data, "files", id.slice(0, 2)), { recursive: true });
  await copyFile(path.join(folder, "file.bin"), path.join(data, "files", key));
  await owner.query(
    `INSERT INTO stored_file (id, name, type, size, sha256, key, actor_id) VALUES ($1, 'file.bin', 'application/octet-stream', $2, $3, $4, 'x')`,
    [id, content.length, createHash("sha256").update(content).digest("hex"), key],
  );
  const { rows } = await owner.query<{ id: string }>(`SELECT id FROM "user" ORDER BY id LIMIT 1`);
  const userId = rows[0]?.id ?? "";
  const token = randomBytes(24).toString("base64url");
  await owner.query(
    `INSERT INTO session (id, user_id, token, expires_at, updated_at) VALUES ($1, $2, $3, now() + interval '1 day', now())`,
    [randomUUID(), userId, token],
  );
  await owner.end();
  const sign = (text: string) => createHmac("sha256", secrets.session).update(text);
  const ticket = { file: id, user: userId, until: Date.now() + 600_000 };
  const text = Buffer.from(JSON.stringify(ticket)).toString("base64url");
  return {
    link: `/files/content/${text}.${sign(`file link ${text}`).digest("base64url")}`,
    cookie: `bcv.session_token=${encodeURIComponent(`${token}.${sign(token).digest("base64")}`)}`,
  };
}

/** As Debian sets it up: sendfile, a process for each core. Null where there is none. */
async function startNginx(): Promise<{ port: number; stop(): void } | null> {
  await writeFile(path.join(folder, "file.bin"), randomBytes(megabytes * 1_000_000));
  if (spawnSync("nginx", ["-v"]).error) return null;
  const port = await freePort();
  const config = path.join(folder, "nginx.conf");
  const places = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  await writeFile(
    config,
    `daemon off; pid ${folder}/nginx.pid; error_log ${folder}/nginx.log; worker_processes auto;
     events { worker_connections 768; }
     http { sendfile on; tcp_nopush on; access_log off; ${places.join(" ")}
       server { listen 127.0.0.1:${port}; root ${folder}; } }`,
  );
  const child = spawn("nginx", ["-c", config], { stdio: "inherit" });
  await sleep(500);
  return { port, stop: () => child.kill("SIGTERM") };
}

function middle(rates: number[]): number {
  return rates.toSorted((one, other) => one - other)[Math.floor(rates.length / 2)] ?? Number.NaN;
}
