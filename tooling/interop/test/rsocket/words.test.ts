import { bytes } from "@seapink/testing";
import { expect, test } from "vitest";
import {
  itemMetadata,
  kinds,
  methodOf,
  requestMetadata,
  responseMetadata,
  setupMetadata,
  textBytes,
  textOf,
  versionOf,
} from "../../src/rsocket/words.ts";

test.each([
  ["a request", requestMetadata("open", kinds.call), "15 04 18 04 6f70656e 15 00 00"],
  ["a response", responseMetadata, "7c 1c 00 00 00"],
  ["an item", itemMetadata, "3c 1c 00 00 00"],
  ["SETUP", setupMetadata, "f09f9a80 35 10 15 14 00"],
  ["an argument", textBytes(1, "/x"), "18 02 2f78 00"],
  ["a result", textBytes(0, "/x"), "08 00 02 2f78 00"],
])("%s has the bytes of Rocket", (_, said, expected) => {
  expect([...said]).toEqual([...bytes(expected)]);
});

test("what is said is read again", () => {
  expect(methodOf(requestMetadata("open", kinds.stream))).toBe("open");
  expect(textOf(1, textBytes(1, "x"))).toBe("x");
  expect(versionOf(bytes("1c 15 14 11 32 00 00"))).toBe(10);
});
