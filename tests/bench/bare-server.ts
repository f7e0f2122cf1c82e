/** The limit: a bare Node server, without framework or sign-in, that renders the same rows as a table with React. */
import { createServer } from "node:http";
import pg from "pg";
import { createElement as h } from "react";
import { renderToString } from "react-dom/server";
import { type Bare, nameOf } from "./cases.ts";

const pool = new pg.Pool({ connectionString: process.env.BARE_DATABASE, max: 6 });
// The bench stops the database when it is done, perhaps before this server.
pool.on("error", () => {});

/** Asked as "/?ask={text, values}": the bench says what to read, this server only reads and draws. */
const server = createServer(async (request, response) => {
  const ask = new URL(request.url ?? "/", "http://bare").searchParams.get("ask");
  const { text, values } = JSON.parse(ask ?? "{}") as Bare;
  const { rows } = await pool.query({ text, values, name: nameOf(text) });
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.end(`<!doctype html>${renderToString(page(rows))}`);
});

function page(rows: Record<string, string | number | null>[]) {
  const columns = Object.keys(rows[0] ?? {});
  return h(
    "html",
    { lang: "vi" },
    h("head", null, h("title", null, "Bare")),
    h(
      "body",
      null,
      h(
        "table",
        null,
        h(
          "thead",
          null,
          h(
            "tr",
            null,
            columns.map((column) => h("th", { key: column, scope: "col" }, column)),
          ),
        ),
        h(
          "tbody",
          null,
          rows.map((row, place) => line(row, columns, place)),
        ),
      ),
    ),
  );
}

function line(row: Record<string, string | number | null>, columns: string[], place: number) {
  return h(
    "tr",
    { key: place },
    columns.map((column, first) =>
      h(
        "td",
        { key: column },
        first === 0 ? h("a", { href: `/roster/${row.id}` }, row[column]) : row[column],
      ),
    ),
  );
}

server.listen(Number(process.env.BARE_PORT), "127.0.0.1", () => process.send?.("ready"));
