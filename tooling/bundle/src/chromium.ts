import { execFile } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";

const execute = promisify(execFile);
const timeoutMs = 60_000;

/** What Chromium is called, where it comes from. */
const names = ["chromium", "chromium-browser", "google-chrome", "chrome"];

/** The path of Chromium, if there is one. */
export function findChromium(path: string = process.env["PATH"] ?? ""): string | undefined {
  const folders = path.split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The text of a page when its scripts have done all they have to do. It may use no network. */
export async function domOf(chromium: string, url: string, profile: string): Promise<string> {
  const args = [
    "--headless",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--no-first-run",
    `--user-data-dir=${profile}`,
    // The page's own time, which passes while nothing happens.
    "--virtual-time-budget=10000",
    // Its sandbox refuses to be run by root.
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    "--dump-dom",
    url,
  ];
  const { stdout } = await execute(chromium, args, { timeout: timeoutMs, killSignal: "SIGKILL", maxBuffer: 1 << 26 });
  return stdout;
}
