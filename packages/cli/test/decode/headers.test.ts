import { deflateSync } from "node:zlib";
import { bytes, hex } from "@seapink/testing";
import { expect, test } from "vitest";
import { shown } from "./shown.ts";

const message = "80010001 00000004 70696e67 00000001 00";

const framed = (text: string): string => bytes(text).length.toString(16).padStart(8, "0") + text;

test("shows THeader, its headers and the message inside", () => {
  expect(shown(`00000023 0fff 0000 00000001 0002 00 00 01 01 01 61 01 62 ${message}`)).toEqual([
    "0000  frame of 35 bytes",
    "0004    theader, sequence id 1, flags 0x0000, 8 bytes of headers",
    "000e    binary",
    '0012    header "a" = "b"',
    '0016    call "ping", sequence id 1, in binary',
  ]);
});

test("shows what THeader transformed", () => {
  const payload = hex(deflateSync(bytes(message)));
  expect(shown(framed(`0fff 0000 00000001 0001 00 01 01 00 ${payload}`)).slice(2)).toEqual([
    "000e    binary, transformed by zlib",
    '        call "ping", sequence id 1, in binary',
  ]);
});

test("shows headers of a connection, and such as nobody knows", () => {
  expect(shown(framed(`0fff 0000 00000001 0002 00 00 02 01 01 61 00 05 ${message}`)).slice(3, 5)).toEqual([
    '0012    persistent header "a" = ""',
    "0015    unknown headers: 05",
  ]);
});

test("shows TTHeader, with the names of headers that have numbers", () => {
  const headers = "00 00 10 0001 0009 0003 676574 01 0001 0001 61 0001 62 11 0001 74 00 00 00 00 00 00 00";
  const words = (bytes(headers).length / 4).toString(16).padStart(4, "0");
  expect(shown(framed(`1000 0002 00000001 ${words} ${headers} ${message}`))).toEqual([
    "0000  frame of 59 bytes",
    "0004    ttheader, sequence id 1, flags 0x0002, 32 bytes of headers",
    "000e    binary",
    '0013    header "ToMethod" = "get"',
    '001d    header "a" = "b"',
    '0023    token "gdpr-token" = "t"',
    '002e    call "ping", sequence id 1, in binary',
  ]);
});

test.each([
  ["THeader of another transform", framed(`0fff 0000 00000001 0001 00 01 03 00 ${message}`), /snappy.* at 18$/],
  ["THeader that claims too much", framed("0fff 0000 00000001 0001 00 00 01 7f"), /expected .* at \d+$/],
  ["THeader with an endless number", framed("0fff 0000 00000001 0002 ff ff ff ff ff 00 00 00"), /varint .* at \d+$/],
  ["THeader with many transforms", framed("0fff 0000 00000001 0001 00 ff7f 00"), /as many transforms .* at \d+$/],
  ["TTHeader of another kind", framed("1000 0000 00000001 0001 00 00 07 00"), /got 0x07 at 17$/],
  ["TTHeader that is cut", framed("1000 0000 00000001 0001 00 00 01 00"), /expected 2 more bytes, got 1 at 17$/],
])("says what is wrong with %s", (_, text, error) => {
  expect(shown(text).at(-1)).toMatch(error);
});

test("expects the magic of what it is told to read", () => {
  expect(shown(framed("1234 0000 00000001 0000"), { as: "theader" }).at(-1)).toBe(
    "expected the magic 0x0fff of theader, got 0x1234 at 4",
  );
});
