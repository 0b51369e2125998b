import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { commandOf, copyNamed, runExample } from "../src/example.ts";
import { pnpm } from "../src/manager.ts";

let root: string;
let folder: string;
const { execute } = pnpm;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "seapink-example-"));
  folder = join(root, "stranger");
  for (const path of ["stranger", "test", "test/idl"]) mkdirSync(join(root, path));
  onTestFinished(() => rmSync(root, { recursive: true }));
});

function write(path: string, text: string): void {
  writeFileSync(join(root, path), text);
}

test("copies the files that an example names, and those that they name, and no others", async () => {
  write("test/idl/a.thrift", 'include "b.thrift"');
  write("test/idl/b.thrift", 'include "a.thrift"');
  write("test/idl/c.thrift", "");
  await copyNamed('read("idl/a.thrift", "missing.thrift")', join(root, "test"), folder);
  const copied = readdirSync(folder, { encoding: "utf8", recursive: true });
  expect(new Set(copied)).toEqual(new Set(["idl", "idl/a.thrift", "idl/b.thrift"]));
});

test("copies all files of a pattern", async () => {
  write("test/idl/a.thrift", "");
  write("test/idl/b.thrift", "");
  await copyNamed("npx seapink check idl/*.thrift", join(root, "test"), folder);
  expect(new Set(readdirSync(join(folder, "idl")))).toEqual(new Set(["a.thrift", "b.thrift"]));
});

test.each([
  ["ts", 'const text: string = readFileSync("a.txt", "utf8");\nwriteFileSync("out", text);\n', ".ts"],
  ["js", 'writeFileSync("out", readFileSync("a.txt", "utf8"));\n', ".mjs"],
])("runs an example in %s", async (language, code, suffix) => {
  write("test/a.txt", "hello");
  const program = `import { readFileSync, writeFileSync } from "node:fs";\n${code}`;
  const readme = `## Use\n\n<!-- test/sample${suffix} -->\n\n\`\`\`${language}\n${program}\`\`\`\n`;
  await runExample(readme, { folder, execute, beside: "", root });
  expect(readFileSync(join(folder, "out"), "utf8")).toBe("hello");
});

test("runs an example for the shell, beside which no file is named", async () => {
  write("test/a.txt", "hello");
  await runExample("## Use\n\n```sh\ncat a.txt > out\n```\n", { folder, execute, beside: join(root, "test"), root });
  expect(readFileSync(join(folder, "out"), "utf8")).toBe("hello");
});

test.each([
  ["```sh\nfalse\ntrue\n```"],
  ["```sh\necho $SEAPINK_NOT_SET\n```"],
  ["```js\nawait new Promise(() => undefined);\n```"],
])("fails as %j does", async (block) => {
  const failing = runExample(`## Use\n\n${block}\n`, { folder, execute, beside: root, root });
  await expect(failing).rejects.toThrow("example.");
});

test("runs a test as a test, by the command of whatever has installed it", () => {
  const options = { name: "suite.test.ts", execute };
  expect(commandOf({ language: "ts" }, options)).toEqual(["pnpm", "exec", "vitest", "run", "suite.test.ts"]);
});
