/** `npm run -s roster:preview -- FILE [--units UNITS.csv]`: what the importer understands of a file, as JSON. */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { previewOf } from "./preview-rows";
import { readPreviewUnits } from "./preview-units";

try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { units: { type: "string" } },
  });
  const [file] = positionals;
  if (!file) throw new Error("Usage: npm run -s roster:preview -- FILE [--units UNITS.csv]");
  const units = values.units ? readPreviewUnits(readFileSync(values.units)) : null;
  process.stdout.write(`${JSON.stringify(previewOf(readFileSync(file), units), null, 1)}\n`);
} catch (error) {
  // A file that cannot be read is no bug of ours: one sentence says why.
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
