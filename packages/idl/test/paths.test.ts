import { expect, test } from "vitest";
import { folderOf, joinPath, prefixOf } from "../src/paths.ts";

test.each<[folder: string, path: string, joined: string]>([
  ["", "a.thrift", "a.thrift"],
  ["x", "a.thrift", "x/a.thrift"],
  ["x/y", "../a.thrift", "x/a.thrift"],
  ["x", "../../a.thrift", "../a.thrift"],
  ["", "../a.thrift", "../a.thrift"],
  ["x", "./y//a.thrift", "x/y/a.thrift"],
  ["/x", "a.thrift", "/x/a.thrift"],
  ["/x", "../../a.thrift", "/a.thrift"],
  ["x", "/a.thrift", "/a.thrift"],
  [".", "a.thrift", "a.thrift"],
])("joins %j and %j", (folder, path, joined) => {
  expect(joinPath(folder, path)).toBe(joined);
});

test.each<[path: string, folder: string, prefix: string]>([
  ["a.thrift", "", "a"],
  ["x/a.thrift", "x", "a"],
  ["/a.thrift", "/", "a"],
  ["/x/y/a.b.thrift", "/x/y", "a.b"],
  ["..\\shared\\a.thrift", "", "a"],
  ["a", "", "a"],
])("takes %j apart", (path, folder, prefix) => {
  expect([folderOf(path), prefixOf(path)]).toEqual([folder, prefix]);
});
