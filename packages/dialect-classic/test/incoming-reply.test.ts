import { defaultLimits } from "@seapink/core";
import { binary } from "@seapink/protocol-binary";
import { bytes, expectCode } from "@seapink/testing";
import { expect, test } from "vitest";
import { IncomingReply } from "../src/incoming-reply.ts";

test.each([
  ["a success", "0b 0000 00000001 61 00", false],
  ["an empty result", "00", false],
  ["a declared exception", "0c 0001 00 00", true],
  ["one with a negative id", "0c ffff 00 00", true],
])("%s is flagged as what it is", (_, text, isException) => {
  const { exception } = new IncomingReply(bytes(text), binary(), defaultLimits);
  expect(exception !== undefined).toBe(isException);
});

test("bytes are not looked at before somebody asks", () => {
  const reply = new IncomingReply(bytes(""), binary(), defaultLimits);
  expectCode(() => reply.exception, "invalid_data");
});
