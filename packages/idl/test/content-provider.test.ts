import { providerSuite } from "@seapink/testing";
import { expect, test } from "vitest";
import { type ContentProvider, contentProvider } from "../src/index.ts";
import { numberOf, revision } from "./revisions.ts";

providerSuite("a provider of content", async () => {
  const provider = contentProvider(revision(0));
  return {
    provider,
    numberOf,
    change: async (number) => provider.update(revision(number)),
    spoil: async () => thrownBy(() => provider.update({ ...revision(9), "number.thrift": "const i32 = 9" })),
    released: () => Promise.resolve(),
  };
});

function thrownBy(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}

test("an update returns the program that has taken its place", () => {
  const provider = contentProvider(revision(0));
  const program = provider.update(revision(1));
  expect(program).toBe(provider.program);
  expect(numberOf(program)).toBe(1);
});

test("an update of a closed provider is an error", async () => {
  const provider = contentProvider(revision(0));
  await provider.close();
  expect(() => provider.update(revision(1))).toThrow(
    expect.objectContaining({ code: "closed", message: "expected an open provider, got one that is closed" }),
  );
  expect(numberOf(provider.program)).toBe(0);
});

test("options hold for all texts", () => {
  const files = { "lib/b.thrift": "struct B { 1: i64 b }", "a.thrift": 'include "b.thrift" struct A { 1: b.B b }' };
  const provider = contentProvider(files, { entry: "a.thrift", includeDirs: ["lib"], i64: "number" });
  for (const program of [provider.program, provider.update(files)]) {
    expect(program.file).toBe("a.thrift");
    expect(program.struct("b.B").fields[0]?.type).toEqual({ kind: "i64", as: "number" });
  }
});

const x = "struct X {}";
const y = 'include "z.thrift" struct Y { 1: z.Z z }';
const z = "struct Z {}";
const main = (...includes: [x: string, y: string]): string =>
  `${includes.map((path) => `include "${path}"`).join(" ")} struct Main { 1: x.X x 2: y.Y y }`;

test.each<[what: string, files: Record<string, string>]>([
  [
    "relative to the file that includes",
    { "a/b/main.thrift": main("x.thrift", "../y.thrift"), "a/b/x.thrift": x, "a/y.thrift": y, "a/z.thrift": z },
  ],
  [
    "from the root",
    { "a/b/main.thrift": main("x.thrift", "../y.thrift"), "x.thrift": x, "a/y.thrift": y, "a/z.thrift": z },
  ],
  [
    "as they are written, also those that lead out of the root",
    { "a/b/main.thrift": main("x.thrift", "../y.thrift"), "x.thrift": x, "../y.thrift": y, "z.thrift": z },
  ],
  [
    "absolute, from one absolute path to another",
    { "/a/b/main.thrift": main("x.thrift", "../y.thrift"), "/a/b/x.thrift": x, "/a/y.thrift": y, "/a/z.thrift": z },
  ],
  [
    "absolute, as they are written",
    { "main.thrift": main("/x/x.thrift", "/y/./y.thrift"), "/x/x.thrift": x, "/y/y.thrift": y, "/y/z.thrift": z },
  ],
  [
    "under keys that are not the shortest",
    { "./main.thrift": main("./x.thrift", "b/../y.thrift"), "./x.thrift": x, "c/../y.thrift": y, "z.thrift": z },
  ],
])("paths are found %s", (_, files) => {
  const { program }: ContentProvider = contentProvider(files);
  expect(program.file).toBe(Object.keys(files)[0]);
  expect(program.struct("Main").fields.map((field) => field.type)).toEqual([
    program.struct("x.X"),
    program.struct("y.Y"),
  ]);
  expect([...program.files.keys()].toSorted()).toEqual(Object.keys(files).toSorted());
});

test("refuses two texts for one path", () => {
  expect(() => contentProvider({ "a.thrift": x, "./b/../a.thrift": y })).toThrow(
    new RangeError("expected one text for each path, got both a.thrift and ./b/../a.thrift"),
  );
});
