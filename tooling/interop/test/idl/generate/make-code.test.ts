import { compile } from "@seapink/idl";
import { expect, test } from "vitest";
import { makeCode } from "../../../src/idl/generate/make-code.ts";

const program = (name: string, text: string): ReturnType<typeof compile> => compile({ [name]: text });

test("programs are generated together", () => {
  const { groups, faults } = makeCode([program("/a.thrift", "struct A {}"), program("/b.thrift", "struct B {}")], {});
  expect(groups.map((group) => group.map(({ source }) => source))).toEqual([["/a.thrift", "/b.thrift"]]);
  expect(faults).toEqual([]);
});

test("a program that cannot be generated is told of, and the others are", () => {
  const texts = ["/x/a.thrift", "/x/b.thrift", "/y/c.thrift", "/x/d.thrift"];
  const { groups, faults } = makeCode(
    texts.map((name) => program(name, "struct A {}")),
    { root: "/x" },
  );
  expect(groups.flat().map(({ source }) => source)).toEqual(["/x/a.thrift", "/x/b.thrift", "/x/d.thrift"]);
  expect(faults).toEqual([{ source: "/y/c.thrift", reason: expect.stringMatching(/^RangeError: /) }]);
});
