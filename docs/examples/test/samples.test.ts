import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { documents, root, textOf } from "./documents.ts";

const run = promisify(execFile);

/** The samples of a document that name the file they are copied from: `<!-- path -->`, then the code. */
function samplesOf(text: string): [string, string][] {
  const marked = text.matchAll(/^<!-- (\S+) -->\n\n```(?:js|ts)\n(.*?)^```$/gms);
  return [...marked].map(([, file = "", code = ""]) => [file, code]);
}

const samples = documents().flatMap((path) => samplesOf(textOf(path)).map(([file, code]) => ({ path, file, code })));

test.each(samples)("the sample of $file in $path is what that file holds", ({ file, code }) => {
  expect(code).toBe(textOf(file));
});

test.each([["first-call.js", "world\n"]])("%s prints %j", async (file, printed) => {
  const cwd = join(root, "docs/examples");
  const { stdout } = await run(process.execPath, ["--conditions=@seapink/source", `src/${file}`], { cwd });
  expect(stdout).toBe(printed);
});

test("the README's first call is such a sample", () => {
  expect(samples.map(({ path, file }) => `${path}: ${file}`)).toContain("README.md: docs/examples/src/first-call.js");
});
