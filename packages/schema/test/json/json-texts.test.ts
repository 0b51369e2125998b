import { limits } from "@seapink/core";
import { jsonTexts } from "@seapink/schema/json";
import { expect, test } from "vitest";
import { allOf } from "./all-of.ts";

const stream = ' {"a":"}\\"]"}[1,[2]]\n"x y\\\\" 1 -2.5e3 true"z"null[]\r\n{}';
const values = ['{"a":"}\\"]"}', "[1,[2]]", '"x y\\\\"', "1", "-2.5e3", "true", '"z"', "null", "[]", "{}"];

test("values are cut alike, wherever the pieces end", async () => {
  for (let size = 1; size <= stream.length; size++) {
    const chunks = Array.from({ length: Math.ceil(stream.length / size) }, (_, i) =>
      stream.slice(i * size, (i + 1) * size),
    );
    expect(await allOf(jsonTexts(chunks))).toEqual(values);
  }
});

test("a value comes as soon as it is whole", async () => {
  const sent: number[] = [];
  async function* chunks(): AsyncGenerator<string> {
    for (const [i, chunk] of ['{"a":', "1}", ' [2]{"b"', ":3}"].entries()) {
      sent.push(i);
      yield chunk;
    }
  }
  const texts = jsonTexts(chunks());
  expect((await texts.next()).value).toBe('{"a":1}');
  expect(sent).toEqual([0, 1]);
  expect((await texts.next()).value).toBe("[2]");
  expect(sent).toEqual([0, 1, 2]);
});

test.each<[stream: string, texts: readonly string[]]>([
  ["", []],
  [" \n\t", []],
  ['{"a":', ['{"a":']],
  ["]]1", ["]", "]", "1"]],
  ["1,2", ["1,2"]],
  ['"x', ['"x']],
])("what is no JSON is cut too, and left to whoever reads it: %j", async (stream, texts) => {
  expect(await allOf(jsonTexts([stream]))).toEqual(texts);
});

test("a text beyond the limit is refused, whole or not", async () => {
  const few = { limits: limits({ maxMessageBytes: 7 }) };
  expect(await allOf(jsonTexts(["[1,2,3][4]"], few))).toEqual(["[1,2,3]", "[4]"]);
  for (const chunks of [["[1,2,3,4]"], ["[1,", "2,3,", "4"], ['"', "aaaa", "aaaa"]]) {
    await expect(allOf(jsonTexts(chunks, few))).rejects.toMatchObject({ code: "size_limit" });
  }
});
