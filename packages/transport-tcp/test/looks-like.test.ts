import { bytes } from "@seapink/testing";
import { expect, test } from "vitest";
import { looksLike } from "../src/looks-like.ts";

test.each([
  ["", "nothing"],
  ["00", "00"],
  ["474554202f", "47 45 54 20 2f (an HTTP request)"],
  ["504f5354202f", "50 4f 53 54 20 2f (an HTTP request)"],
  ["505249202a20", "50 52 49 20 2a 20 (an HTTP/2 preface)"],
  ["160301", "16 03 01 (a TLS hello)"],
  ["5353482d322e30", "53 53 48 2d 32 2e 30 (an SSH greeting)"],
  ["80010001", "80 01 00 01 (an unframed message in the binary protocol)"],
  ["822101", "82 21 01 (an unframed message in the compact protocol)"],
  ["5b312c22", "5b 31 2c 22 (an unframed message in the JSON protocol)"],
  ["0000001180010001", "00 00 00 11 80 01 00 01 (a framed message in the binary protocol)"],
  ["000000118221", "00 00 00 11 82 21 (a framed message in the compact protocol)"],
  ["000000115b312c22", "00 00 00 11 5b 31 2c 22 (a framed message in the JSON protocol)"],
  ["000000110fff", "00 00 00 11 0f ff (a THeader frame)"],
  ["000000111000", "00 00 00 11 10 00 (a TTHeader frame)"],
  ["68656c6c6f0d0a", "68 65 6c 6c 6f 0d 0a (text)"],
  ["68656c6c6f00", "68 65 6c 6c 6f 00"],
])("tells %s", (hex, expected) => {
  expect(looksLike(bytes(hex))).toBe(expected);
});

test("shows sixteen bytes at most", () => {
  expect(looksLike(new Uint8Array(17))).toBe(`${"00 ".repeat(16)}…`);
});
