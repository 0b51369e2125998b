import { join } from "node:path";
import { compile } from "@seapink/idl";
import { createClient, local } from "@seapink/rpc";
import { expect, test } from "vitest";
import { loadScript } from "../../src/serve/load-script.ts";
import { mockHandler } from "../../src/serve/mock-handler.ts";
import { folderOf } from "../folder.ts";

const program = compile({
  "a.thrift": "struct Info { 1: i32 lines } service Store { string get(1: string key) Info info() }",
});
const service = program.service("Store");

function script(text: string, name = "script.mjs"): string {
  return join(folderOf({ [name]: text }), name);
}

async function answerOf(file: string, method: string): Promise<unknown> {
  const handler = mockHandler([service], await loadScript(file, program));
  return await createClient(service, local(handler))[method]?.({ key: "a" });
}

test.each([
  ["an object", "export default { Store: { get: ({ key }) => key + '!' } };", undefined],
  [
    "a function of the program",
    "export default (idl) => ({ [idl.service('Store').name]: { get: () => 'a!' } });",
    undefined,
  ],
  ["a function that takes its time", "export default async () => ({ get: () => 'a!' });", undefined],
  ["names", "export const get = ({ key }) => key + '!'; export const Store = {};", undefined],
  ["CommonJS", "module.exports = { Store: { get: ({ key }) => key + '!' } };", "script.cjs"],
])("loads a module that exports %s", async (_, text, name) => {
  expect(await answerOf(script(text, name), "get")).toBe("a!");
});

test("gives a script what makes samples and system errors", async () => {
  const text = `export default (idl, { sampleOf, ApplicationError }) => ({
    info: () => ({ ...sampleOf(idl.type("Info")), lines: 7 }),
    get: () => { throw new ApplicationError("not_found", "none here"); },
  });`;
  const file = script(text);
  expect(await answerOf(file, "info")).toEqual({ lines: 7 });
  await expect(answerOf(file, "get")).rejects.toMatchObject({ code: "not_found", message: "none here" });
});

test.each([
  [
    "a name that there is none of",
    "export default { Stor: {} };",
    "expected a service or method of the file, got Stor; did you mean Store?",
  ],
  ["an error as it loads", "\n\nthrow new Error('oops');", "Error: oops (line 3)"],
  [
    "an error of its function",
    "export default () => {\n  null.x;\n};",
    "TypeError: Cannot read properties of null (reading 'x') (line 2)",
  ],
  [
    "nothing to answer with",
    "export default 5;",
    "expected an object with functions by the names of methods, got number 5",
  ],
])("says in a line that a script has %s", async (_, text, message) => {
  const file = script(text);
  await expect(loadScript(file, program)).rejects.toMatchObject({
    name: "UsageError",
    message: `--script ${file}: ${message}`,
  });
});

test("says that there is no such script", async () => {
  const file = join(folderOf({}), "none.mjs");
  const message = `--script ${file}: expected a file that can be read, got none`;
  await expect(loadScript(file, program)).rejects.toMatchObject({ name: "UsageError", message });
});
