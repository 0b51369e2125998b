import { Readable } from "node:stream";
import { limits } from "@seapink/core";
import { expect, test } from "vitest";
import { arrayOf } from "../array-of.ts";
import { jsonInput, openJson } from "../../src/calling/json-input.ts";

function input(...chunks: readonly string[]): Readable {
  return Readable.from(chunks.map((chunk) => new TextEncoder().encode(chunk)));
}

test("cuts what comes into values, wherever it is cut itself", async () => {
  const bytes = [...new TextEncoder().encode('{"a": "ü"} 1\n[2]')].map((byte) => Uint8Array.of(byte));
  expect(await arrayOf(jsonInput("it", Readable.from(bytes)))).toEqual(['{"a": "ü"}', "1", "[2]"]);
});

test("takes no value beyond all bounds", async () => {
  const texts = jsonInput("items.jsonl", input("[1,", "2,3,4"), limits({ maxMessageBytes: 4 }));
  await expect(texts.next()).rejects.toMatchObject({
    name: "UsageError",
    message: expect.stringMatching(/^items\.jsonl: expected /) as string,
  });
});

test("refuses what is no text, and what cannot be read", async () => {
  const bytes = jsonInput("it", Readable.from([Uint8Array.of(0x22, 0xff)]));
  await expect(bytes.next()).rejects.toThrow("it: expected text in UTF-8, got other bytes");
  await expect(openJson("/nowhere")).rejects.toThrow("/nowhere: cannot be read: ENOENT");
});

test("is over as soon as it is returned, though more is waited for", async () => {
  const stream = new Readable({ read: () => undefined });
  const texts = jsonInput("it", stream);
  const next = texts.next();
  await texts.return();
  expect([await next, stream.destroyed]).toEqual([{ done: true, value: undefined }, true]);
});
