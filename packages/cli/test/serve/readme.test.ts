import { readFileSync } from "node:fs";
import { join } from "node:path";
import { compile } from "@seapink/idl";
import { createClient, local } from "@seapink/rpc";
import { expect, test } from "vitest";
import { loadScript } from "../../src/serve/load-script.ts";
import { mockHandler } from "../../src/serve/mock-handler.ts";
import { folderOf } from "../folder.ts";

const program = compile({
  "keyvalue.thrift": `
    exception NotFoundError { 1: string key }
    service KeyValue {
      string get(1: string key) throws (1: NotFoundError notFound)
      string set(1: string key, 2: string value)
    }`,
});

test("the script of the README answers as it says", async () => {
  const readme = readFileSync(join(import.meta.dirname, "../../README.md"), "utf8");
  const [, text = ""] = /^```js\n(.*?)^```$/ms.exec(readme) ?? [];
  const script = await loadScript(join(folderOf({ "keyvalue.mjs": text }), "keyvalue.mjs"), program);
  const service = program.service("KeyValue");
  const { get, set } = createClient(service, local(mockHandler([service], script)));
  expect(await get?.({ key: "a" })).toBe("value of a");
  expect(await set?.({ key: "a", value: "b" })).toBe("set");
});
