import { noHeaders } from "@seapink/core";
import { expect, test } from "vitest";

test("whoever has no headers has an empty map", () => {
  expect([...noHeaders]).toStrictEqual([]);
});
