import { ApplicationError, ByteWriter, defaultLimits } from "@seapink/core";
import { binary } from "@seapink/protocol-binary";
import { bytes, expectCode, hex } from "@seapink/testing";
import { expect, test } from "vitest";
import { readApplicationException, writeApplicationException } from "../src/application-exception.ts";

function read(text: string): ApplicationError {
  return readApplicationException(binary().reader(bytes(text), defaultLimits));
}

test("writes message and type", () => {
  const out = new ByteWriter();
  writeApplicationException(binary().writer(out, defaultLimits), new ApplicationError("unknown_method", "no"));
  expect(hex(out.take())).toBe(hex(bytes("0b 0001 00000002 6e6f 08 0002 00000001 00")));
});

test.each([
  ["both fields", "0b 0001 00000002 6e6f 08 0002 00000001 00", "unknown_method", 1, "no"],
  ["the other order", "08 0002 00000006 0b 0001 00000002 6e6f 00", "internal_error", 6, "no"],
  ["no fields", "00", "unknown", 0, "unknown"],
  ["no message", "08 0002 00000007 00", "protocol_error", 7, "protocol_error"],
  ["no type", "0b 0001 00000002 6e6f 00", "unknown", 0, "no"],
  ["a number that nobody knows", "08 0002 00001234 00", "unknown", 0x1234, "unknown"],
  ["a negative number", "08 0002 ffffffff 00", "unknown", -1, "unknown"],
  ["other fields", "08 0003 00000001 0c 0004 00 0b 0001 00000002 6e6f 00", "unknown", 0, "no"],
  ["fields of other types", "08 0001 00000001 0b 0002 00000001 61 00", "unknown", 0, "unknown"],
])("reads %s", (_, text, code, wireCode, message) => {
  expect(read(text)).toMatchObject({ code, wireCode, message });
});

test("refuses what is no struct", () => {
  expectCode(() => read("0b 0001 00000005 6e6f"), "invalid_data");
});
