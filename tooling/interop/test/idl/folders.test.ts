import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { type Folder, foldersOf } from "../../src/idl/folders.ts";

const plain = { dialect: "apache", includeDirs: [] } as const;

test.each<[args: string[], folders: Folder[]]>([
  [
    ["/a", "/b"],
    [
      { path: "/a", ...plain },
      { path: "/b", ...plain },
    ],
  ],
  [["a"], [{ path: resolve("a"), ...plain }]],
  [
    ["/a", "--dialect", "fbthrift", "--include", "/root", "--include", "/more", "/b", "/c"],
    [
      { path: "/a", ...plain },
      { path: "/b", dialect: "fbthrift", includeDirs: ["/root", "/more"] },
      { path: "/c", dialect: "fbthrift", includeDirs: ["/root", "/more"] },
    ],
  ],
  [
    ["--dialect", "fbthrift", "--include", "/root", "/a", "--dialect", "thriftgo", "/b"],
    [
      { path: "/a", dialect: "fbthrift", includeDirs: ["/root"] },
      { path: "/b", dialect: "thriftgo", includeDirs: [] },
    ],
  ],
])("reads %j", (args, folders) => {
  expect(foldersOf(args)).toEqual(folders);
});

test("takes this repository when no folder is given", () => {
  const [{ path }, ...more] = foldersOf([]) as [Folder, ...Folder[]];
  expect(more).toEqual([]);
  expect(existsSync(join(path, "pnpm-workspace.yaml"))).toBe(true);
});

test.each([
  [["--dialect", "other", "/a"], "expected apache, thriftgo or fbthrift, got other"],
  [["--dialect"], "expected apache, thriftgo or fbthrift, got nothing"],
  [["--include"], "expected a folder, got nothing"],
  [["--fast", "/a"], "expected a folder, got --fast"],
])("refuses %j", (args, message) => {
  expect(() => foldersOf(args)).toThrow(message);
});
