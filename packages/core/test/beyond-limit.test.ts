import { messageTooLong, tooDeep, tooManyElements } from "@seapink/core";
import { expect, test } from "vitest";

const refusals: readonly (readonly [code: string, message: string, refuse: (offset?: number) => never])[] = [
  ["depth_limit", "expected at most 64 structs and containers inside each other", (offset) => tooDeep(64, offset)],
  ["size_limit", "expected at most 9 elements in the containers of a message", (offset) => tooManyElements(9, offset)],
  ["size_limit", "expected a message of at most 9 bytes, got 12 or more", (offset) => messageTooLong(9, 12, offset)],
];

test.each(refusals)("%s: %s, read or written", (code, message, refuse) => {
  const read = { code, message, offset: 7, mayHaveRun: true };
  expect(() => refuse(7)).toThrow(expect.objectContaining(read));
  const written = { code, message, offset: -1, mayHaveRun: false };
  expect(() => refuse()).toThrow(expect.objectContaining(written));
});
