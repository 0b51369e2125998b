// `npm start`, `npm test`, `npm run packages` and the commands `npm run seapink`, `key-value` and `file-server`, on a
// machine that has Node 20 or later and npm, and nothing else.
// The scripts say `exec`, since npm signals the shell alone, which would end without handing the signal on.
import { existsSync, mkdirSync } from "node:fs";
import module from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { exitCodeOf } from "./child.mjs";
import { countTests, forgetReport, readReport, summary, sumOf } from "./summary.mjs";
import { cache, enterToolchain, root, runsSources } from "./toolchain.mjs";

const fromSource = "--conditions=@seapink/source";

async function start(args) {
  await prepare();
  return exitCodeOf("node", [fromSource, "apps/demo/src/main.ts", ...args]);
}

/** For `pnpm test` vitest alone; for `npm test` everything that a newcomer needs first, and a line that sums up. */
async function test(args) {
  if (process.env.npm_config_user_agent?.startsWith("pnpm/")) return vitest(args);
  await prepare();
  const checks = args.length > 0 ? 0 : await exitCodeOf("pnpm", ["run", "check"]);
  const counts = sumOf(
    await counted("tests", vitest, args),
    args.length > 0 ? undefined : await counted("no-codegen", withoutCodegen, []),
  );
  if (checks !== 0) {
    console.log("failed: pnpm check (see above the tests)");
    counts.failed++;
  }
  console.log(summary(counts));
  return counts.failed === 0 ? 0 : 1;
}

/** Runs vitest, shows what it says, and counts its tests. */
async function counted(name, run, args) {
  mkdirSync(cache, { recursive: true });
  const report = join(cache, `${name}.json`);
  forgetReport(report);
  const code = await run([...args, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`]);
  return countTests(readReport(report), code);
}

/** What a user of the published packages would get: built, packed, checked, installed elsewhere. */
async function packages() {
  await prepare();
  const built = await exitCodeOf("pnpm", ["run", "build"]);
  return built === 0 ? exitCodeOf("node", ["tooling/release/src/main.ts"]) : built;
}

/** A command line: in this process, unless its Node is too old. What it prints stays alone on stdout. */
async function command(folder, args, cwd) {
  const main = join(root, folder, "src/main.ts");
  if (runsSources()) {
    if (cwd !== undefined) process.chdir(cwd);
    module.enableCompileCache(join(cache, "compiled"));
    process.argv.splice(1, Infinity, main, ...args);
    await import(pathToFileURL(main).href);
    return process.exitCode;
  }
  enterToolchain();
  if (!existsSync(join(root, "node_modules/.modules.yaml"))) await install(process.stderr);
  return exitCodeOf("node", [fromSource, main, ...args], "inherit", cwd);
}

/** npm and pnpm run a script in the root, and say where its user stands: paths are meant from there. */
function usersFolder() {
  // What another script starts stands where that put it.
  return process.env.npm_lifecycle_event === "seapink" ? process.env.INIT_CWD : undefined;
}

async function prepare() {
  enterToolchain();
  await install("inherit");
}

async function install(stdout) {
  const installed = await exitCodeOf("pnpm", ["install", "--frozen-lockfile"], stdout);
  if (installed !== 0) process.exit(installed);
}

function vitest(args) {
  return exitCodeOf("pnpm", ["exec", "vitest", "run", ...args]);
}

/** The codecs once more, where the host forbids to make code of text. */
function withoutCodegen(args) {
  return exitCodeOf("pnpm", ["--filter", "@seapink/schema", "run", "test:no-codegen", ...args]);
}

// turbo would otherwise announce its telemetry on each new machine, and reach for the network.
process.env.TURBO_TELEMETRY_DISABLED ??= "1";
const [task, ...given] = process.argv.slice(2);
// pnpm passes a leading `--` on, npm does not.
const args = given[0] === "--" ? given.slice(1) : given;
const tasks = {
  start,
  test,
  packages,
  seapink: (given) => command("packages/cli", given, usersFolder()),
  "key-value": (given) => command("apps/key-value", given),
  "file-server": (given) => command("apps/file-server", given),
};
if (!Object.hasOwn(tasks, task)) throw new Error(`expected ${Object.keys(tasks).join(", ")}, got ${task}`);
// Not `exit`, which would not wait until a slow reader has taken what was printed.
process.exitCode = await tasks[task](args);
