import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { seapink } from "../src/seapink.ts";
import { run } from "./command.ts";
import { folderOf } from "./folder.ts";

const files = {
  "good.thrift": "struct Info { 1: i32 size }\nservice Store { Info get(1: string key) }\n",
  "bad.thrift": "struct A { 1: Nothing b }\n",
  "hand/good.ts": "by hand\n",
};

const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as {
  readonly version: string;
};

type Expected = readonly [code: number, stdout: string | RegExp, stderr: string | RegExp];

const nothing = "";
const bad = 'bad.thrift:1:15: error: expected a type, got "Nothing", which is not defined';
const call = "80010001 00000003 676574 00000001 0b 0001 00000001 61 00";

const rows: readonly (readonly [args: readonly string[], expected: Expected])[] = [
  [["--version"], [0, `${version}\n`, nothing]],
  [["--help"], [0, /Commands:[^]*Examples:/, nothing]],
  [
    ["help", "call"],
    [
      0,
      /^Usage: seapink call .*[^]*a oneway means that it was written, not that anybody took it[^]*Examples:/,
      nothing,
    ],
  ],
  [
    ["help", "decode"],
    [0, /^Usage: seapink decode .*[^]*for an answer of Rocket, its request in the same\ninput/, nothing],
  ],
  [[], [2, nothing, /^Usage: seapink/]],
  [["chekc"], [2, nothing, /unknown command 'chekc'\n\(Did you mean check\?\)/]],
  [
    ["check", "good.thrift", "--dialcet", "apache"],
    [2, nothing, /unknown option '--dialcet'[^]*--dialect/],
  ],
  [
    ["check", "good.thrift", "--dialect", "x"],
    [2, nothing, /Allowed choices are apache, thriftgo, fbthrift/],
  ],
  [
    ["check", "good.thrift"],
    [0, nothing, "1 file: 0 errors, 0 warnings\n"],
  ],
  [
    ["check", "bad.thrift", "good.thrift"],
    [1, `${bad}\n1 | struct A { 1: Nothing b }\n  |               ^^^^^^^\n`, "2 files: 1 error, 0 warnings\n"],
  ],
  [
    ["check", "none.thrift"],
    [2, nothing, /^expected a file, got none at none.thrift\n/],
  ],
  [
    ["check", "hand"],
    [2, nothing, /^expected a file, got a folder: hand\n/],
  ],
  [
    ["generate", "good.thrift", "--out", ""],
    [2, nothing, '--out: expected a folder, got ""\n'],
  ],
  [
    ["generate", "good.thrift", "--out", "out", "--root", ""],
    [2, nothing, '--root: expected a folder, got ""\n'],
  ],
  [
    ["describe", "good.thrift"],
    [0, /^service Store\n {2}Info get\(1: string key\)\n/, nothing],
  ],
  [
    ["describe", "good.thrift", "get"],
    [0, /seapink call ADDRESS Store.get '{"key":"key"}' --idl good.thrift\n$/, nothing],
  ],
  [
    ["describe", "good.thrift", "--names"],
    [0, "Info\nStore\nStore.get\n", nothing],
  ],
  [
    ["describe", "good.thrift", "Inof2"],
    [2, nothing, /^NAME: expected something that good.thrift defines/],
  ],
  [
    ["describe", "bad.thrift"],
    [2, nothing, `${bad}\n1 | struct A { 1: Nothing b }\n  |               ^^^^^^^\n`],
  ],
  [
    ["generate", "good.thrift"],
    [2, nothing, /required option '--out <dir>' not specified/],
  ],
  [
    ["generate", "bad.thrift", "--out", "out"],
    [2, nothing, /^bad.thrift:1:15: error/],
  ],
  [
    ["generate", "good.thrift", "--out", "hand"],
    [2, nothing, /^expected a generated file at hand\/good.ts, got another/],
  ],
  [
    ["generate", "good.thrift", "--out", "out", "--check"],
    [1, "missing: out/good.ts\n", nothing],
  ],
  [
    ["decode", call],
    [0, /call "get", sequence id 1, in binary\n000f {4}1: string = "a"\n$/, nothing],
  ],
  [
    ["decode", ...call.split(" ")],
    [0, /call "get"/, nothing],
  ],
  [
    ["decode", call, "--idl", "good.thrift"],
    [0, /1: string key = "a"\n$/, nothing],
  ],
  [
    ["decode", call.slice(0, -5)],
    [2, /1: string\n$/, "expected 1 more bytes, got 0 at offset 22 (0x16)\n"],
  ],
  [
    ["decode", call, "--type", "Info"],
    [2, nothing, "--type: expected --idl, too, got none\n"],
  ],
  [
    ["decode", "474554202f20485454502f312e310d0a"],
    [2, nothing, /^expected bytes of Thrift, got an HTTP request/],
  ],
  [
    ["decode", "474554202f20485454502f312e310d0a", "--as", "unframed"],
    [2, /messages without frames/, /./],
  ],
  [
    ["decode", "xyz"],
    [2, nothing, /^expected hex digits in pairs, a file, or -/],
  ],
  [
    ["describe", "good.thrift", "--names", "--only=methods"],
    [0, "Store.get\n", nothing],
  ],
  [
    ["completion", "bash"],
    [0, /complete -F _seapink seapink\n$/, nothing],
  ],
  [
    ["completion", "csh"],
    [2, nothing, /Allowed choices are bash, zsh, fish/],
  ],
];

test.each(rows)("seapink %j", async (args, [code, stdout, stderr]) => {
  const ended = await run(args, { cwd: folderOf(files) });
  expect(ended).toEqual({ code, stdout: textOf(stdout), stderr: textOf(stderr) });
});

function textOf(text: string | RegExp): unknown {
  return typeof text === "string" ? text : expect.stringMatching(text);
}

test.each(seapink().commands.map((command) => [command.name(), command] as const))(
  "the help of %s has examples",
  (_, command) => {
    let text = "";
    command.configureOutput({ writeOut: (more) => (text += more) }).outputHelp();
    expect(text).toMatch(/Examples:\n {2}\$ /);
  },
);

describe("colours", () => {
  test("are written where they are forced, and never under NO_COLOR", async () => {
    const cwd = folderOf(files);
    const forced = await run(["check", "bad.thrift"], { cwd, env: { FORCE_COLOR: "1", NO_COLOR: undefined } });
    expect(forced.stdout).toContain("\u001b[31merror");
    const not = await run(["check", "bad.thrift"], { cwd, env: { FORCE_COLOR: "1", NO_COLOR: "1" } });
    expect(not.stdout).not.toContain("\u001b");
  });
});

test("writes TypeScript, and then finds nothing to write", async () => {
  const cwd = folderOf(files);
  const args = ["generate", "good.thrift", "--out", "out"];
  expect(await run(args, { cwd })).toEqual({ code: 0, stdout: "out/good.ts\n", stderr: "" });
  expect(await run([...args, "--check"], { cwd })).toEqual({ code: 0, stdout: "", stderr: "" });
  expect(readFileSync(join(cwd, "out/good.ts"), "utf8")).toContain("good.thrift");
});

test.each([
  ["--root, and goes on", ["--root", "."], "stale: out/good.ts is generated of IDL that is not among these files\n"],
  ["no --root, since all may have other names", [], ""],
])("tells of stale files with %s", async (_, more, stderr) => {
  const cwd = folderOf({ ...files, "more/other.thrift": "struct Other {}" });
  await run(["generate", "good.thrift", "--out", "out"], { cwd });
  const args = ["generate", "more/other.thrift", "--out", "out", ...more];
  expect(await run(args, { cwd })).toMatchObject({ code: 0, stderr });
  expect(await run([...args, "--check"], { cwd })).toEqual({ code: 0, stdout: "", stderr });
  expect(existsSync(join(cwd, "out/good.ts"))).toBe(true);
});

test("says that a pipe is no file", async () => {
  expect(await run(["describe", "/dev/stdin"], { stdin: "struct A {}" })).toEqual({
    code: 2,
    stdout: "",
    stderr: "expected a regular file with IDL, got a pipe or a device at /dev/stdin\n",
  });
});

/** Tells on standard error which packages a process has loaded. */
const tellPackages = `
  import { registerHooks } from "node:module";
  const names = new Set();
  registerHooks({
    load(url, context, next) {
      const [, name] = /packages.([a-z-]+).src/.exec(url) ?? [];
      if (name !== undefined) names.add(name);
      return next(url, context);
    },
  });
  process.on("exit", () => console.error([...names].sort().join(" ")));`;

test.each([
  [["--help"], "addresses cli core\n"],
  [["completion", "bash"], "addresses cli core\n"],
  [["check", "good.thrift"], "1 file: 0 errors, 0 warnings\naddresses cli core idl schema\n"],
  [["describe", "good.thrift", "--names"], "addresses cli core idl schema\n"],
])("%j loads no more packages than it needs", async (args, stderr) => {
  const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(tellPackages)}` };
  expect(await run(args, { cwd: folderOf(files), env })).toMatchObject({ code: 0, stderr });
});

test("decodes what standard input has", async () => {
  const { stdout } = await run(["decode", "--json"], { stdin: `# a call\n${call}\n` });
  expect(JSON.parse(stdout)).toMatchObject({ as: "unframed", parts: [{ name: "get", fields: [{ value: "a" }] }] });
  expect(await run(["decode", "-"], { stdin: new Uint8Array([0]) })).toMatchObject({ code: 0 });
});

test("what others wrote does not steer the terminal", async () => {
  const cwd = folderOf({ "\u001b[2J.thrift": "struct Info {}", "main.thrift": 'include "\u001b[2J.thrift"' });
  const { stderr } = await run(["describe", "main.thrift", "Info"], { cwd });
  expect(stderr).toContain(String.raw`did you mean \u001b[2J.Info?`);
  const name = "80010001 00000002 c29b 00000001 0b 0001 00000002 c29b 00";
  const { stdout } = await run(["decode", name, "--json"]);
  expect(stdout).toContain(String.raw`"name": "\u009b"`);
  expect(JSON.parse(stdout)).toMatchObject({
    parts: [{ name: "\u009b", fields: [{ type: "binary", value: "c29b" }] }],
  });
});
