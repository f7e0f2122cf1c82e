/** The log: one JSON object a line, without secrets and without whole phone numbers. */
import path from "node:path";
import pino, { type Logger } from "pino";

/** On a terminal people read sentences, so the lines go to a file of the data folder; else to standard output. */
export function openLog(level: string, dataFolder: string): Logger {
  const destination = process.stdout.isTTY ? path.join(dataFolder, "app.log") : 1;
  return pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: ["password", "*.password", "token", "*.token", "code", "*.code", "cookie", "*.cookie"],
      serializers: { error: pino.stdSerializers.err },
      hooks: { streamWrite: cutPhoneNumbers },
    },
    pino.destination({ dest: destination, sync: true }),
  );
}

/** "0912345678" becomes "*******678". */
function cutPhoneNumbers(line: string): string {
  return line.replace(/(?<![\dA-Za-z-])(?:\+?84|0)\d{6,7}(\d{3})(?!\d)/g, "*******$1");
}
