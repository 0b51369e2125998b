import { WireType } from "@seapink/core";
import { json } from "@seapink/protocol-json";
import { caseSettings, expectCode, protocolSuite, type Shape } from "@seapink/testing";
import { describe, expect, test } from "vitest";
import { read, skip, utf8, write, written } from "./text.ts";

// A tenth of the cases, since only keys differ.
const { seed, cases } = caseSettings(process.env);
const raw = { containerKeys: "raw" } as const;
protocolSuite("JSON protocol with containers for keys", json(raw), { settings: { seed, cases: cases / 10 } });

const point: Shape = { struct: [{ id: 1, name: "x", type: "i32" }] };

/** As Apache's C++, Java and Python write them. */
const rows: readonly (readonly [type: Shape, value: unknown, text: string])[] = [
  [{ map: [point, "i8"] }, [[{ x: 7 }, 1]], '["rec","i8",1,{{"1":{"i32":7}}:1}]'],
  [
    { map: [point, "i8"] },
    [
      [{}, 1],
      [{ x: 1 }, 2],
    ],
    '["rec","i8",2,{{}:1,{"1":{"i32":1}}:2}]',
  ],
  [
    { map: [{ list: "i8" }, "string"] },
    [
      [[1, 2], "a"],
      [[], "b"],
    ],
    '["lst","str",2,{["i8",2,1,2]:"a",["i8",0]:"b"}]',
  ],
  [{ map: [{ set: "string" }, point] }, [[["]"], {}]], '["set","rec",1,{["str",1,"]"]:{}}]'],
  [{ map: [{ map: ["i8", "bool"] }, "i8"] }, [[[[1, true]], 2]], '["map","i8",1,{["i8","tf",1,{"1":1}]:2}]'],
];

test("keys that JSON does not have go by a name of their own, leniency does not", () => {
  expect(json(raw).name).toBe("json-raw-keys");
  expect(json({ ...raw, lenient: true }).name).toBe("json-raw-keys");
  expect(json({ lenient: true }).name).toBe(json().name);
});

describe("maps whose keys JSON does not have", () => {
  test.each(rows)("of %o %o are %s by the option", (type, value, text) => {
    const struct = `{"1":{"map":${text}}}`;
    expect(write(type, value, raw)).toBe(struct);
    expect(read(type, struct, raw)).toStrictEqual(value);
    expect(skip(struct, raw)).toBe(utf8(struct).length);
  });

  test.each(rows)("of %o %o are refused without it", (type, value, text) => {
    expectCode(() => write(type, value), "not_implemented");
    expectCode(() => read(type, `{"1":{"map":${text}}}`), "not_implemented");
    expectCode(() => skip(`{"1":{"map":${text}}}`), "not_implemented");
  });

  test("may be empty, since there is no key then", () => {
    const text = '{"1":{"map":["rec","i8",0,{}]}}';
    expect(write({ map: [point, "i8"] }, [])).toBe(text);
    expect(read({ map: [point, "i8"] }, text)).toStrictEqual([]);
  });

  test("say which option there is", () => {
    expect(() => written((w) => w.mapBegin(WireType.struct, WireType.i8, 1))).toThrow(
      "expected keys that JSON has, got struct; see the option containerKeys",
    );
  });

  test.each([
    ["a bare number", '["i8","i8",1,{1:1}]'],
    ["no key", '["rec","i8",1,{:1}]'],
    ["text for a struct", '["rec","i8",1,{"{}":1}]'],
  ])("are not made of %s by the option", (_, text) => {
    expectCode(() => skip(`{"1":{"map":${text}}}`, raw), "invalid_data");
  });
});
