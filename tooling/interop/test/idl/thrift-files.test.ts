import { relative } from "node:path";
import { expect, test } from "vitest";
import { foldersAbove, thriftFilesIn } from "../../src/idl/thrift-files.ts";
import { scratch } from "./scratch.ts";

test("finds files in order, and leaves what is installed, built or hidden", async () => {
  const names = [
    "b.thrift",
    "a/z.thrift",
    "a/b/c.thrift",
    "a.txt",
    "node_modules/x.thrift",
    "a/dist/x.thrift",
    ".x/x.thrift",
  ];
  const folder = scratch(Object.fromEntries(names.map((name) => [name, ""])));
  const found = await thriftFilesIn(folder);
  expect(found.map((file) => relative(folder, file))).toEqual(["a/b/c.thrift", "a/z.thrift", "b.thrift"]);
});

test.each([
  ["/a/b/c/d.thrift", "/a", ["/a/b/c", "/a/b", "/a"]],
  ["/a/d.thrift", "/a", ["/a"]],
  ["/a/d.thrift", "/elsewhere", ["/a", "/"]],
])("the folders above %s up to %s", (file, top, folders) => {
  expect(foldersAbove(file, top)).toEqual(folders);
});
