import { WholeCutter } from "@seapink/conversation";
import { bytes, hex } from "@seapink/testing";
import { expect, test } from "vitest";
import { cut } from "./cut.ts";

const messages = [bytes("aa"), bytes(""), bytes("bbcc")];

test("hands out each message as it came, in order", () => {
  const cutter = new WholeCutter();
  expect(cut(cutter, messages)).toEqual(["aa", "", "bbcc"]);
  expect(cutter.isPartial).toBe(false);
});

test("keeps what was not asked for, and says that it does", () => {
  const cutter = new WholeCutter();
  for (const message of messages) cutter.push(message);
  expect(cutter.next()).toBe(messages[0]);
  expect(cutter.isPartial).toBe(true);
  expect(cut(cutter, [bytes("dd")])).toEqual(["", "bbcc", "dd"]);
  expect(cutter.isPartial).toBe(false);
});

test("refuses a message when it is asked for, not when it comes", () => {
  const cutter = new WholeCutter((message) => {
    if (message.length === 0) throw new RangeError("refused");
  });
  for (const message of messages) cutter.push(message);
  expect(hex(cutter.next() as Uint8Array)).toBe("aa");
  expect(() => cutter.next()).toThrow("refused");
});
