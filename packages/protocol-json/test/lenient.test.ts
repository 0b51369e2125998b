import { defaultLimits, limits } from "@seapink/core";
import { json } from "@seapink/protocol-json";
import { caseSettings, expectCode, protocolSuite, type Shape } from "@seapink/testing";
import { describe, expect, test } from "vitest";
import { read, skip, utf8, write } from "./text.ts";

// A tenth of the cases, since nearly all is as without the option.
const { seed, cases } = caseSettings(process.env);
protocolSuite("lenient JSON protocol", json({ lenient: true }), {
  keys: "scalar",
  settings: { seed, cases: cases / 10 },
});

const rows: readonly (readonly [what: string, type: Shape, text: string, value: unknown])[] = [
  ["NaN", "double", '{"1":{"dbl":NaN}}', Number.NaN],
  ["nan", "double", '{"1":{"dbl":nan}}', Number.NaN],
  ["inf", "double", '{"1":{"dbl":inf}}', Number.POSITIVE_INFINITY],
  ["-inf", "float", '{"1":{"flt":-inf}}', Number.NEGATIVE_INFINITY],
  ["Infinity", "double", '{"1":{"dbl":Infinity}}', Number.POSITIVE_INFINITY],
  ["-Infinity", "double", '{"1":{"dbl":-Infinity}}', Number.NEGATIVE_INFINITY],
  ["nan in quotes", "double", '{"1":{"dbl":"nan"}}', Number.NaN],
  [
    "special numbers in a list",
    { list: "double" },
    '{"1":{"lst":["dbl",3,nan, -inf ,1]}}',
    [Number.NaN, Number.NEGATIVE_INFINITY, 1],
  ],
  ["control characters in text", "string", '{"1":{"str":"\u0001\n\u001f"}}', "\u0001\n\u001f"],
  ["control characters beside escapes", "string", '{"1":{"str":"\u0001\\n"}}', "\u0001\n"],
  ["half a pair of surrogates", "string", '{"1":{"str":"a\\ud83db"}}', "a\ufffdb"],
  ["halves in the wrong order", "string", '{"1":{"str":"\\ude00\\ud83d"}}', "\ufffd\ufffd"],
];

describe("a lenient reader", () => {
  test.each(rows)("takes %s, which a strict one does not", (_, type, text, value) => {
    expect(read(type, text, { lenient: true })).toStrictEqual(value);
    expect(skip(text, { lenient: true })).toBe(utf8(text).length);
    expectCode(() => read(type, text), "invalid_data");
  });

  test.each([
    ["another name", "double", '{"1":{"dbl":infinite}}'],
    ["a plus", "double", '{"1":{"dbl":+inf}}'],
    ["a bare name of an integer", "i32", '{"1":{"i32":NaN}}'],
    ["an unknown escape", "string", '{"1":{"str":"\\x41"}}'],
    ["text without its end", "string", '{"1":{"str":"a'],
  ] as const)("refuses %s all the same", (_, type, text) => {
    expectCode(() => read(type, text, { lenient: true }), "invalid_data");
  });

  test("scans control characters in text", () => {
    const message = utf8('[1,"m\u0001",1,1,{"1":{"str":"\n"}}]');
    expect(json({ lenient: true }).scanner(defaultLimits).push(message)).toBe(message.length);
    expect(json({ lenient: true }).reader(message, limits()).messageBegin().name).toBe("m\u0001");
  });

  test("writes as strictly as ever", () => {
    expect(write("double", Number.NaN, { lenient: true })).toBe('{"1":{"dbl":"NaN"}}');
    expectCode(() => write("string", "\ud800", { lenient: true }), "invalid_data");
  });
});
