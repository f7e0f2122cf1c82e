/** The browser of the journeys: Debian's Chromium, installed when it is not there and we may. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

export const chromium = "/usr/bin/chromium";

export default function installChromium(): void {
  if (existsSync(chromium)) return;
  const asRoot = process.getuid?.() === 0 ? [] : ["sudo", "--non-interactive"];
  for (const step of [
    ["apt-get", "update"],
    ["apt-get", "install", "--yes", "chromium"],
  ]) {
    const [command = "", ...args] = [...asRoot, ...step];
    spawnSync(command, args, { stdio: "ignore", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
  }
  if (!existsSync(chromium)) {
    throw new Error(`The journeys need ${chromium}. Run: sudo apt-get install chromium`);
  }
}
