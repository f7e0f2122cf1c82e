/** How PostgreSQL really answered: its own log of every query's plan, read back for walks that are too long. */
import { readFileSync, statSync } from "node:fs";
import pg from "pg";

/** Longer sequential scans than this are refused by the budgets. */
const longestScan = 50_000;

export interface Plan {
  query: string;
  milliseconds: number;
  buffers: number;
  /** Sequential scans over more rows than allowed: "speaker (200,000 rows)". */
  longScans: string[];
  /** The most rows that any one step went through. */
  mostRows: number;
}

interface PlanNode {
  "Node Type": string;
  "Relation Name"?: string;
  "Actual Rows": number;
  "Actual Loops": number;
  "Rows Removed by Filter"?: number;
  "Shared Hit Blocks"?: number;
  "Shared Read Blocks"?: number;
  Plans?: PlanNode[];
}

const settings = {
  session_preload_libraries: "auto_explain",
  "auto_explain.log_min_duration": "0",
  "auto_explain.log_analyze": "on",
  "auto_explain.log_buffers": "on",
  "auto_explain.log_timing": "off",
  "auto_explain.log_format": "json",
};

/** Every connection made from now on writes each query's plan into the server's log. */
export async function explainEverything(ownerUrl: string, on: boolean): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query(on ? "LOAD 'auto_explain'" : "SELECT");
  for (const [name, value] of Object.entries(settings)) {
    await owner.query(
      on ? `ALTER DATABASE app SET ${name} = '${value}'` : `ALTER DATABASE app RESET ${name}`,
    );
  }
  await owner.end();
}

export function logLength(log: string): number {
  return statSync(log).size;
}

/** The plans written to the log after `from`, a length of before. */
export function readPlans(log: string, from: number): Plan[] {
  const text = readFileSync(log).subarray(from).toString();
  const entries = text.matchAll(/duration: ([\d.]+) ms {2}plan:\n([\s\S]*?\n\t\})/g);
  return [...entries].flatMap(([, milliseconds, json]) => {
    const { "Query Text": query, Plan: root } = JSON.parse(json ?? "{}");
    const nodes = flat(root);
    return {
      query: String(query).replace(/\s+/g, " "),
      milliseconds: Number(milliseconds),
      buffers: (root["Shared Hit Blocks"] ?? 0) + (root["Shared Read Blocks"] ?? 0),
      longScans: nodes
        .filter((node) => node["Node Type"] === "Seq Scan" && rowsOf(node) > longestScan)
        .map((node) => `${node["Relation Name"]} (${rowsOf(node).toLocaleString("en")} rows)`),
      mostRows: Math.max(...nodes.map(rowsOf)),
    };
  });
}

function flat(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(flat)];
}

function rowsOf(node: PlanNode): number {
  return Math.round((node["Actual Rows"] + (node["Rows Removed by Filter"] ?? 0)) * node["Actual Loops"]);
}
