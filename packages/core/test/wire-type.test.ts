import { WireType, wireTypeName } from "@seapink/core";
import { expect, test } from "vitest";

test("types have names, and other numbers stay numbers", () => {
  expect(wireTypeName(WireType.i32)).toBe("i32");
  expect(wireTypeName(WireType.uuid)).toBe("uuid");
  expect([7, 255, -1].map(wireTypeName)).toStrictEqual(["type 7", "type 255", "type -1"]);
});
