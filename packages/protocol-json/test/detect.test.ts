import { json } from "@seapink/protocol-json";
import { expect, test } from "vitest";
import { utf8 } from "./text.ts";

const rows: readonly (readonly [text: string, answer: string])[] = [
  ["", "more"],
  ["[", "more"],
  ["[1", "more"],
  ["[1,", "more"],
  ['[1,"', "yes"],
  ['[1,"ping",1,1,{}]', "yes"],
  [" \t\r\n", "more"],
  [' [ 1 , "ping"', "yes"],
  ["[2", "no"],
  ["[11", "no"],
  ["[1.0", "no"],
  ['["1"', "no"],
  ["[1,{", "no"],
  ["[1,1", "no"],
  ["[]", "no"],
  ["{", "no"],
  ["GET / HTTP/1.1", "no"],
  ["\u0000\u0000\u0000\u0011[1,", "no"],
  ["\u0016\u0003\u0001", "no"],
  ["\ufeff[1,", "no"],
];

test.each(rows)("of %j it says %s, and does not change its mind", (text, answer) => {
  const bytes = utf8(text);
  const answers = Array.from({ length: bytes.length + 1 }, (_, length) => json().detect(bytes.subarray(0, length)));
  expect(answers.at(-1)).toBe(answer);
  const decided = answers.findIndex((given) => given !== "more");
  if (decided >= 0) expect(new Set(answers.slice(decided))).toStrictEqual(new Set([answer]));
});

test.each([
  [0x82, 0x21, 0x01],
  [0x80, 0x01, 0x00, 0x01],
])("is not taken in by another protocol", (...bytes) => expect(json().detect(Uint8Array.from(bytes))).toBe("no"));
