// Runs on any Node from 20 on with nothing installed, since it comes before everything else.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));
export const cache = join(root, "node_modules/.cache/seapink");

const remembered = join(cache, "toolchain.json");
const oldestNode = 24;
const fetchedNode = "24.21.0";

/**
 * Makes `node` and `pnpm` mean the versions that this repository is developed with, in this process's PATH and so in its
 * children's. Where the machine lacks them, they come from npm into npx's cache, which remembers them.
 */
export function enterToolchain() {
  const pnpm = pinnedPnpm();
  if (runsSources() && pnpmOnPath() === pnpm) return;
  const packages = [`node@${fetchedNode}`, `pnpm@${pnpm}`];
  const bin = recall(packages) ?? fetch(packages);
  process.env.PATH = bin + delimiter + process.env.PATH;
}

/** Whether this Node is one that the repository is developed with. */
export function runsSources() {
  return Number.parseInt(process.versions.node, 10) >= oldestNode;
}

function pinnedPnpm() {
  const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return packageManager.replace("pnpm@", "");
}

// Asked outside the repository, where no pin makes another pnpm, or corepack, fetch one of its own accord.
function pnpmOnPath() {
  const env = { ...process.env, COREPACK_ENABLE_NETWORK: "0" };
  const { stdout } = spawnSync("pnpm", ["--version"], { cwd: tmpdir(), encoding: "utf8", env });
  return stdout?.trim();
}

function recall(packages) {
  if (!existsSync(remembered)) return undefined;
  const { bin, of } = JSON.parse(readFileSync(remembered, "utf8"));
  return of === packages.join(" ") && existsSync(join(bin, "pnpm")) && existsSync(join(bin, "node")) ? bin : undefined;
}

function fetch(packages) {
  console.error(`fetching ${packages.join(" and ")} with npx, once`);
  const from = packages.flatMap((name) => ["-p", name]);
  const { status, stdout } = spawnSync("npx", ["-y", ...from, "--", "node", "-p", "process.execPath"], {
    encoding: "utf8",
    env: { ...process.env, npm_config_loglevel: "error", npm_config_update_notifier: "false" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  // The last line: install scripts may have written others.
  const bin = join(dirname(stdout?.trim().split("\n").at(-1) ?? ""), "../../.bin");
  if (status !== 0 || !existsSync(join(bin, "pnpm"))) throw new Error(`npx could not fetch ${packages.join(" and ")}`);
  mkdirSync(cache, { recursive: true });
  writeFileSync(remembered, JSON.stringify({ bin, of: packages.join(" ") }));
  return bin;
}
