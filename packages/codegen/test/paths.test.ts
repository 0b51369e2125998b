import { describe, expect, test } from "vitest";
import { OutPaths } from "../src/paths.ts";

function pathsOf(files: readonly string[], root?: string): readonly string[] {
  const paths = new OutPaths(files, root, ".ts");
  return files.map((file) => paths.of(file));
}

describe("files are written relative to the folder that they share", () => {
  test.for<readonly [files: readonly string[], root: string | undefined, expected: readonly string[]]>([
    [["a.thrift"], undefined, ["a.ts"]],
    [["/x/y/a.thrift"], undefined, ["a.ts"]],
    [["/x/y/a.thrift", "/x/y/z/b.thrift"], undefined, ["a.ts", "z/b.ts"]],
    [["/x/y/a.thrift", "/x/z/a.thrift"], undefined, ["y/a.ts", "z/a.ts"]],
    [["/a.thrift", "/x/b.thrift"], undefined, ["a.ts", "x/b.ts"]],
    [["x/a.thrift", "xy/a.thrift"], undefined, ["x/a.ts", "xy/a.ts"]],
    [["./x/../a.thrift", "b.thrift"], undefined, ["a.ts", "b.ts"]],
    [["../x/a.thrift", "../b.thrift"], undefined, ["x/a.ts", "b.ts"]],
    [["/x/y/a.thrift"], "/x", ["y/a.ts"]],
    [["/x/y/a.thrift"], "/x/", ["y/a.ts"]],
    [["/x/y/a.thrift"], "/", ["x/y/a.ts"]],
    [["x/a.thrift"], ".", ["x/a.ts"]],
    [["C:\\x\\a.thrift", "C:\\x\\y\\b.thrift"], undefined, ["a.ts", "y/b.ts"]],
    [["a.idl", "b"], undefined, ["a.idl.ts", "b.ts"]],
    [["x.d.thrift", "y.d.json.thrift", "d.thrift"], undefined, ["x_d.ts", "y_d.json.ts", "d.ts"]],
    [["a#b?c%d.thrift", 'q"\n*.thrift'], undefined, ["a_b_c_d.ts", "q___.ts"]],
  ])("%j in %s", ([files, root, expected]) => expect(pathsOf(files, root)).toStrictEqual(expected));
});

describe("what would be written elsewhere, or twice, is refused", () => {
  test.for<readonly [files: readonly string[], root: string | undefined, message: string]>([
    [["/x/a.thrift"], "/y", "expected files within /y, got /x/a.thrift"],
    [["/xy/a.thrift"], "/x", "expected files within /x, got /xy/a.thrift"],
    [["../a.thrift"], ".", "expected files within one folder, got ../a.thrift"],
    [["a.thrift", "../b.thrift"], undefined, "expected files within one folder, got ../b.thrift"],
    [["/x/a.thrift"], "x", "expected files within x, got /x/a.thrift"],
    [["a.thrift", "a"], undefined, "expected one file for a.ts, got a.thrift and a"],
    [
      ["A/x.thrift", "a/X.thrift", "b.thrift"],
      undefined,
      "expected one file for a/X.ts, got A/x.thrift and a/X.thrift",
    ],
    [
      ["\u00e9.thrift", "e\u0301.thrift"],
      undefined,
      "expected one file for e\u0301.ts, got \u00e9.thrift and e\u0301.thrift",
    ],
    [["a#.thrift", "a?.thrift"], undefined, "expected one file for a_.ts, got a#.thrift and a?.thrift"],
  ])("%j in %s", ([files, root, message]) => expect(() => pathsOf(files, root)).toThrow(new RangeError(message)));
});

test("a file is called by its path from that folder", () => {
  expect(
    new OutPaths(["/home/me/x/a.thrift", "/home/me/b.thrift"], undefined, ".ts").nameOf("/home/me/x/a.thrift"),
  ).toBe("x/a.thrift");
});

describe("a file imports another by the way from its folder", () => {
  test.for([
    ["a.thrift", "b.thrift", "./b.ts"],
    ["a.thrift", "x/y/c.thrift", "./x/y/c.ts"],
    ["x/y/c.thrift", "a.thrift", "../../a.ts"],
    ["x/y/c.thrift", "x/z/d.thrift", "../z/d.ts"],
  ] as const)("%s of %s", ([from, to, expected]) => {
    const paths = new OutPaths(["a.thrift", "b.thrift", "x/y/c.thrift", "x/z/d.thrift"], undefined, ".ts");
    expect(paths.specifier(from, to)).toBe(expected);
  });

  test("with the extension that is asked for", () => {
    expect(new OutPaths(["a.thrift", "b.thrift"], undefined, ".js").specifier("a.thrift", "b.thrift")).toBe("./b.js");
  });
});
