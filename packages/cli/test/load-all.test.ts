import { join } from "node:path";
import { expect, test } from "vitest";
import { loadAll } from "../src/load-all.ts";
import { folderOf } from "./folder.ts";

test("reads what it can, in the order of the files, each once", async () => {
  const folder = folderOf({ "a.thrift": "", "b.thrift": "struct A { 1: B b }", "c.thrift": "" });
  const files = ["c", "none", "b", "a", "c"].map((name) => join(folder, `${name}.thrift`));
  const { programs, diagnostics, unreadable } = await loadAll(files, {});
  expect(programs.map(({ file }) => file)).toEqual([files[0], files[3]]);
  expect(diagnostics).toMatchObject([{ file: files[2], code: "unresolved" }]);
  expect(unreadable).toMatchObject([{ file: files[1], code: "missing_file" }]);
});

test("leaves errors of other kinds to the caller", async () => {
  const file = join(folderOf({ "a.thrift": "" }), "a.thrift");
  await expect(loadAll([file], {}, { limits: { maxFiles: -1 } })).rejects.toThrow(RangeError);
});
