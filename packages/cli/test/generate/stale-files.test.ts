import { join } from "node:path";
import { expect, test } from "vitest";
import { staleFiles } from "../../src/generate/stale-files.ts";
import { folderOf } from "../folder.ts";

const header = "// Generated from x.thrift by seapink. Do not edit.\n";
const made = { path: "sub/a.ts", source: "/idl/sub/a.thrift", text: header };

test("names what was generated of other files, and nothing else", async () => {
  const generated = ["a.ts", "sub/a.ts", "sub/gone.ts", "text.md", "node_modules/x/gone.ts", ".cache/gone.ts"];
  const files = Object.fromEntries(generated.map((path) => [path, header]));
  const out = folderOf({ ...files, "hand.ts": "by hand" });
  expect(await staleFiles(out, [made])).toEqual([
    `stale: ${join(out, "a.ts")} is generated of IDL that is not among these files`,
    `stale: ${join(out, "sub/gone.ts")} is generated of IDL that is not among these files`,
  ]);
});

test("names nothing where there is no folder yet", async () => {
  expect(await staleFiles(join(folderOf({}), "out"), [made])).toEqual([]);
});
