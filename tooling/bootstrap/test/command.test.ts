import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";

const bootstrap = fileURLToPath(new URL("..", import.meta.url));

/** A repository of its own: a command's program tells how it was started, and what npx fetches does too. */
function repository(folder: string): string {
  const root = mkdtempSync(join(tmpdir(), "bootstrap-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  cpSync(bootstrap, join(root, "tooling/bootstrap"), { recursive: true });
  const files = {
    "package.json": `{ "packageManager": "pnpm@1.2.3" }`,
    [`${folder}/src/main.ts`]: `console.log("here:", ...process.argv.slice(2)); process.exitCode = 3;`,
    "bin/npx": `#!/bin/sh\necho ${root}/node/bin/node`,
    ".bin/pnpm": "#!/bin/sh\necho installing",
    ".bin/node": `#!/bin/sh\nshift 2; echo fetched: "$@"; exit 3`,
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text, { mode: 0o755 });
  }
  return root;
}

/** Runs a command in the root of its repository, on what it takes for this version of Node. */
function runAt(root: string, command: readonly string[], version: string, more: NodeJS.ProcessEnv = {}) {
  const pretend = `Object.defineProperty(process, "versions", { value: { node: "${version}" } });`;
  const run = join(root, "tooling/bootstrap/run.mjs");
  const args = ["--import", `data:text/javascript,${encodeURIComponent(pretend)}`, run, ...command];
  const env = { ...process.env, PATH: `${join(root, "bin")}:${process.env["PATH"]}`, ...more };
  return spawnSync(process.execPath, args, { cwd: root, encoding: "utf8", env });
}

test.each([
  ["20.19.0", "key-value", "apps/key-value", "fetched: get hello\n"],
  ["22.12.0", "file-server", "apps/file-server", "fetched: get hello\n"],
  ["24.0.0", "key-value", "apps/key-value", "here: get hello\n"],
  ["24.0.0", "seapink", "packages/cli", "here: get hello\n"],
  ["100.0.0", "file-server", "apps/file-server", "here: get hello\n"],
])(
  "on Node %s the command %s, of %s, prints %j alone, and ends with its exit code",
  (version, name, folder, printed) => {
    const root = repository(folder);
    const { status, stdout } = runAt(root, [name, "get", "hello"], version);
    expect({ status, stdout }).toEqual({ status: 3, stdout: printed });
  },
);

test.each([
  ["24.0.0", "seapink", "seapink", "packages/cli", true],
  ["20.19.0", "seapink", "seapink", "packages/cli", true],
  ["24.0.0", "seapink", "test", "packages/cli", false],
  ["24.0.0", "key-value", "key-value", "apps/key-value", false],
])(
  "on Node %s the command %s, run as the script %s, of %s, stands where its user does: %s",
  (version, name, script, folder, isThere) => {
    const root = repository(folder);
    const users = join(root, "users");
    mkdirSync(users);
    writeFileSync(join(root, folder, "src/main.ts"), "console.log(process.cwd());");
    writeFileSync(join(root, ".bin/node"), "#!/bin/sh\npwd");
    const { stdout } = runAt(root, [name], version, { INIT_CWD: users, npm_lifecycle_event: script });
    expect(stdout).toBe(`${realpathSync(isThere ? users : root)}\n`);
  },
);

test("a command ends when all that it printed is written, however late it is read", async () => {
  const root = repository("packages/cli");
  writeFileSync(join(root, "packages/cli/src/main.ts"), `console.error("begins"); console.log("x".repeat(999_999));`);
  const child = spawn(process.execPath, [join(root, "tooling/bootstrap/run.mjs"), "seapink"], { stdio: "pipe" });
  const exited = once(child, "exit");
  await once(child.stderr, "data");
  expect(await text(child.stdout)).toHaveLength(1_000_000);
  expect(await exited).toEqual([0, null]);
});

test("a command that ran once is not compiled again", () => {
  const root = repository("packages/cli");
  const run = [join(root, "tooling/bootstrap/run.mjs"), "seapink"];
  const { NODE_COMPILE_CACHE: _, ...env } = process.env;
  spawnSync(process.execPath, run, { env });
  expect(readdirSync(join(root, "node_modules/.cache/seapink/compiled"))).toHaveLength(1);
});
