import { tooDeep } from "@seapink/core";
import { expect, test } from "vitest";

const message = "expected at most 64 structs and containers inside each other";

test("says where reading stopped, and that what could not be written was not sent", () => {
  const read = { code: "depth_limit", message, offset: 7, mayHaveRun: true };
  expect(() => tooDeep(64, { offset: 7 })).toThrow(expect.objectContaining(read));
  const written = { code: "depth_limit", message, offset: -1, mayHaveRun: false };
  expect(() => tooDeep(64)).toThrow(expect.objectContaining(written));
});
