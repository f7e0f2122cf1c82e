/** Imports a large roster as an officer does: file sent, looked at, started, watched to its end; with the most memory that it took. */
import { request as send } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import * as xlsx from "@e965/xlsx";
import type pg from "pg";
import type { House } from "./house.ts";
import { once } from "./load.ts";

export interface Imported {
  /** Seconds until the page says what was understood. */
  understood: number;
  /** Seconds from the file's first byte to the last person in the roster. */
  whole: number;
  /** MB. */
  memory: number;
  added: number;
}

export async function measureImport(
  house: House,
  owner: pg.Client,
  seat: { headers: Record<string, string>; unitId: string },
  count: number,
): Promise<Imported> {
  const units = await owner.query<{ name: string }>(
    `SELECT min(name) AS name FROM unit WHERE closed_on IS NULL AND id IN (SELECT unit_id FROM unit_scope WHERE ancestor_id = $1)
     GROUP BY search_name HAVING count(*) = 1 LIMIT 150`,
    [seat.unitId],
  );
  const file = bookOf(
    count,
    units.rows.map(({ name }) => name),
  );
  let memory = house.memory();
  const watch = setInterval(() => {
    memory = Math.max(memory, house.memory());
  }, 50);
  try {
    const begun = performance.now();
    const seconds = () => (performance.now() - begun) / 1000;
    const path = await upload(house.port, seat.headers, file);
    const page = await once(house.port, { path, headers: seat.headers });
    if (page.status !== 200) throw new Error(`The page of the import answers ${page.status}.`);
    const understood = seconds();
    const id = path.split("/").at(-1);
    await once(house.port, { path: `${path}/commit`, headers: seat.headers, body: {} });
    const added = await finished(owner, id ?? "");
    return { understood, whole: seconds(), memory, added };
  } finally {
    clearInterval(watch);
  }
}

async function finished(owner: pg.Client, importId: string): Promise<number> {
  for (;;) {
    await sleep(500);
    const { rows } = await owner.query<{ state: string; result: { added?: number } | null }>(
      `SELECT run.state, run.result FROM roster_import i JOIN job_run run ON run.id = i.job_run_id WHERE i.id = $1`,
      [importId],
    );
    const [run] = rows;
    if (run?.state === "done") return run.result?.added ?? 0;
    if (run && run.state !== "waiting" && run.state !== "running")
      throw new Error(`The import ended as ${run.state}.`);
  }
}

/** Answers the path of the import's page. */
function upload(port: number, headers: Record<string, string>, file: Buffer): Promise<string> {
  const border = "bench-border";
  const head = `--${border}\r\nContent-Disposition: form-data; name="file"; filename="bench.xlsx"\r\nContent-Type: application/octet-stream\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(head), file, Buffer.from(`\r\n--${border}--\r\n`)]);
  return new Promise((resolve, reject) => {
    const request = send(
      {
        port,
        host: "127.0.0.1",
        path: "/roster/import/files",
        method: "POST",
        // Making the file may have taken longer than an idle connection lives.
        agent: false,
        headers: {
          ...headers,
          Origin: `http://127.0.0.1:${port}`,
          "Content-Type": `multipart/form-data; boundary=${border}`,
          "Content-Length": body.length,
        },
      },
      (response) => {
        response.resume();
        const { location } = response.headers;
        if (location) resolve(location);
        else reject(new Error(`The upload answers ${response.statusCode}.`));
      },
    );
    request.once("error", reject);
    request.end(body);
  });
}

const families =
  "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Nông Quách Giàng Lò".split(" ");
const middles =
  "Văn Thị Hữu Đức Ngọc Thanh Minh Quang Bích Kim Xuân Thu Công Đình Thế Hồng Mỹ Trọng Duy Tiến".split(" ");
const givens =
  "An Ánh Bình Cường Dung Dũng Đạt Hà Hải Hạnh Hòa Hường Khánh Lan Linh Mai Nga Oanh Phúc Quý Sơn Thảo Tú Uyên Vượng".split(
    " ",
  );

/** People of whom no two have the same name, birth and telephone. */
function bookOf(count: number, units: string[]): Buffer {
  const of = <T>(all: T[], at: number): T => all[at % all.length] as T;
  const stamp = Date.now() % 1000;
  const rows = Array.from({ length: count }, (_, at) => [
    at + 1,
    `${of(families, at * 7 + stamp)} ${of(middles, Math.floor(at / 20))} ${of(givens, Math.floor(at / 400) + at)}`,
    `${1 + (at % 28)}/${1 + (at % 12)}/${1955 + ((at + stamp) % 45)}`,
    at % 2 ? "Nữ" : "Nam",
    of(units, Math.floor((at * units.length) / count)),
    of(["Bí thư Chi bộ", "Chủ tịch Hội Nông dân", "Trưởng thôn", "Chuyên viên"], at),
    of(["Đại học Luật", "12/12", "Cử nhân Kinh tế"], at),
    of(["Cao cấp", "Trung cấp", "Sơ cấp"], at),
    `0${of(["32", "56", "70", "81", "90"], at)}${String(((at * 7_919 + stamp * 104_729) % 9_000_000) + 1_000_000)}`,
    at % 3 ? "TTV" : "BCV",
    of(["Chuyển đổi số", "Biển đảo, biên giới"], at),
  ]);
  const sheet = xlsx.utils.aoa_to_sheet([
    ["DANH SÁCH BÁO CÁO VIÊN, TUYÊN TRUYỀN VIÊN"],
    ["(Kèm theo Quyết định số 145-QĐ/TU ngày 12/8/2025 của Ban Thường vụ Tỉnh ủy)"],
    "STT|Họ và tên|Ngày sinh|Giới tính|Đơn vị|Chức vụ|Trình độ chuyên môn|LLCT|Điện thoại|Chức danh|Lĩnh vực".split(
      "|",
    ),
    ...rows,
  ]);
  const book = xlsx.utils.book_new();
  xlsx.utils.book_append_sheet(book, sheet, "DS");
  return xlsx.write(book, { type: "buffer", bookType: "xlsx", compression: true });
}
