import { expect, test } from "vitest";
import { plain } from "../../src/codec/plain.ts";

class Record {
  a = 1;
  b = new Map([["k", 2n]]);
}

test.each<[string, unknown, unknown]>([
  ["bigints and longs are numbers", [5n, { toNumber: () => 6 }], [5, 6]],
  ["negative zero is zero", -0, 0],
  ["maps and instances are objects", new Record(), { a: 1, b: { k: 2 } }],
  ["bytes are base64", { data: Buffer.from("ab"), same: Uint8Array.of(97, 98) }, { data: "YWI=", same: "YWI=" }],
  ["the rest stays as it is", ["x", true, null, 1.5], ["x", true, null, 1.5]],
])("%s", (_, value, expected) => {
  expect(plain(value)).toStrictEqual(expected);
});
