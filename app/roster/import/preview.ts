/** `npm run -s roster:preview -- FILE [--units UNITS.csv]`: what the importer understands of a file, as JSON. */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { Refusal } from "~/platform/refusal";
import { previewOf } from "./preview-rows";
import { readPreviewUnits } from "./preview-units";
import { previewWords as words } from "./preview-words";

try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { units: { type: "string" } },
  });
  const [file] = positionals;
  if (!file) throw new Refusal(words.usage);
  const units = values.units ? readPreviewUnits(bytesOf(values.units)) : null;
  process.stdout.write(`${JSON.stringify(previewOf(bytesOf(file), units), null, 1)}\n`);
} catch (error) {
  // A file that cannot be read is no bug of ours: one sentence says why.
  const said = error instanceof Refusal ? `${error.phrase.vi}\n${error.phrase.en}` : String(error);
  process.stderr.write(`${said}\n`);
  process.exitCode = 1;
}

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === "ENOENT";
    throw new Refusal(isMissing ? words.noFile(file) : words.notReadable(file));
  }
}
