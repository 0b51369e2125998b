import { limits, noHeaders } from "@seapink/core";
import { expectCode } from "@seapink/testing";
import { expect, test } from "vitest";
import { headersOf } from "../../src/metadata/headers.ts";

const few = limits({ maxHeaders: 2, maxHeaderBytes: 8 });

test("hands out the same map, or the one that all share who have none", () => {
  const headers = new Map([["name", "text"]]);
  expect(headersOf(headers, few)).toBe(headers);
  expect(headersOf(undefined, few)).toBe(noHeaders);
  expect(headersOf(new Map(), few)).toBe(noHeaders);
});

test.each([
  [
    "too many",
    new Map([
      ["a", ""],
      ["b", ""],
      ["c", ""],
    ]),
  ],
  ["too long", new Map([["name", "value"]])],
  [
    "too long together",
    new Map([
      ["abcd", "e"],
      ["f", "ghi"],
    ]),
  ],
  ["too long in UTF-8", new Map([["a", "ééé€"]])],
])("refuses headers that are %s", (_, headers) => {
  expectCode(() => headersOf(headers, few), "size_limit");
});

test("counts bytes, not characters", () => {
  const headers = new Map([["é", "ééé"]]);
  expect(headersOf(headers, few)).toBe(headers);
});
