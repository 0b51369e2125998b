import {
  enumType,
  exception,
  field,
  type Fieldset,
  i32,
  list,
  map,
  string,
  struct,
  type StructType,
  type Type,
  union,
} from "@seapink/schema";
import { expectCode } from "@seapink/testing";
import { afterEach, describe, expect, test } from "vitest";
import { codecIn, modes } from "./modes.ts";

const probe = "schemaProbe";
const call = `globalThis.${probe}=1`;

/** Names that mean something to JavaScript, to objects, or to the text of a program. */
const names: readonly string[] = [
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "valueOf",
  "hasOwnProperty",
  "__defineGetter__",
  "then",
  "toJSON",
  "length",
  "name",
  "message",
  "stack",
  "arguments",
  "this",
  "return",
  "f0",
  "a0",
  "h",
  "r",
  "w",
  "v",
  "$3",
  "Some",
  "",
  " ",
  "0",
  "-1",
  "a b",
  "'",
  '"',
  "`",
  "\\",
  "\\u0022",
  "\0",
  "\n",
  "\r\n",
  "\u2028\u2029",
  "*/",
  "//",
  "${x}",
  "ключ",
  "🔑",
  "\ud800",
  "x".repeat(10_000),
  `"];${call};["`,
  `']${call};//`,
  `"+(${call})+"`,
  `\${${call}}`,
  `*/${call}/*`,
  `\n${call}\n`,
  `\u2028${call}\u2028`,
  `\\";${call};//`,
  `"]){}}${call};function read(){["`,
  `</script><script>${call}</script>`,
];

const labelled = names.map((name) => [JSON.stringify(name.slice(0, 60)), name] as const);

afterEach(() => {
  expect(Object.hasOwn(globalThis, probe)).toBe(false);
  expect(Object.keys(Object.prototype)).toStrictEqual([]);
});

/** An object with any names, `__proto__` included, as properties of its own. */
const object = (entries: readonly (readonly [string, unknown])[]): object => Object.fromEntries(entries);

describe.each(modes)("%s", (mode) => {
  const roundTrip = (type: Fieldset, value: unknown): unknown => {
    const codec = codecIn(mode, type);
    return codec.decode(codec.encode(value));
  };

  test.each(labelled)("%s names a field", (_, name) => {
    for (const requiredness of ["required", "optional", "default"] as const) {
      const type = struct(name, [
        field(1, name, i32, { requiredness }),
        field(2, "other", i32, { requiredness: "optional" }),
      ]);
      for (const value of [
        object([[name, 1]]),
        object([
          [name, 2],
          ["other", 3],
        ]),
      ]) {
        if (name === "other") continue;
        const decoded = roundTrip(type, value) as object;
        expect(decoded).toStrictEqual(value);
        expect(Object.getPrototypeOf(decoded)).toBe(Object.prototype);
        expect(Object.hasOwn(decoded, name)).toBe(true);
      }
    }
  });

  test.each(labelled)("%s names a field that is absent, though objects inherit something of that name", (_, name) => {
    const optional = struct("S", [field(1, name, i32, { requiredness: "optional" })]);
    expect(codecIn(mode, optional).encode({})).toStrictEqual(Uint8Array.of(0));
    expect(Object.keys(codecIn(mode, optional).decode(Uint8Array.of(0)) as object)).toStrictEqual([]);
    const required = struct("S", [field(1, name, i32, { requiredness: "required" })]);
    expect(() => codecIn(mode, required).encode({})).toThrow("which S requires, got none");
    expect(() => codecIn(mode, required).decode(Uint8Array.of(0))).toThrow("which S requires, got none");
    const withDefault = struct("S", [field(1, name, string, { default: name.toWellFormed() })]);
    expect(roundTrip(withDefault, {})).toStrictEqual(object([[name, name.toWellFormed()]]));
  });

  test.each(labelled)("%s names an arm", (_, name) => {
    const type = union(name, [field(1, name, i32), field(2, "other", i32)]);
    expect(roundTrip(type, { field: name, value: 1 })).toStrictEqual({ field: name, value: 1 });
    const other = codecIn(mode, union("U", [field(1, "a", i32)]));
    expectCode(() => other.encode({ field: name, value: 1 }), "invalid_data");
  });

  test.each(labelled)("%s names a field of an exception, a struct, an enum and their annotations", (_, name) => {
    const annotations = new Map([[name, [name, call]]]);
    const color = enumType(name, object([[name, 1]]) as Readonly<Record<string, number>>);
    const inner = struct(name, [field(1, name, color, { annotations })], { annotations });
    const type = exception(name, [field(1, name, list(inner), { annotations })]);
    const value = new type.construct(object([[name, [object([[name, 1]])]]]) as Readonly<Record<string, unknown>>);
    const decoded = roundTrip(type, value) as Error;
    expect(decoded).toBeInstanceOf(type.construct);
    expect(Object.getOwnPropertyDescriptor(decoded, name)?.value).toStrictEqual([object([[name, 1]])]);
  });

  test("all of them name the fields of one struct", () => {
    const type = struct(
      "All",
      names.map((name, i) => field(i, name, i32, { requiredness: "optional" })),
    );
    const all = object(names.map((name, i) => [name, i]));
    expect(roundTrip(type, all)).toStrictEqual(all);
    const half = object(names.map((name, i) => [name, i] as const).filter(([, i]) => i % 2 === 0));
    expect(roundTrip(type, half)).toStrictEqual(half);
  });

  test("keys of maps are data", () => {
    const type = struct("S", [field(1, "m", map(string, i32))]);
    const value = { m: new Map(names.filter((name) => name.isWellFormed()).map((name, i) => [name, i])) };
    expect(roundTrip(type, value)).toStrictEqual(value);
  });

  test("descriptors whose parts are not what their types say do not become code", () => {
    const evil = { toString: () => call, valueOf: () => call, [Symbol.toPrimitive]: () => call };
    const kinds: readonly Type[] = [
      { kind: call } as unknown as Type,
      { kind: `i32(),${call},r.i32` } as unknown as Type,
      { kind: evil } as unknown as Type,
      { kind: "i64", as: call } as unknown as Type,
      { kind: "list", of: { kind: `i32();${call};r.i32` } } as unknown as Type,
    ];
    const types: readonly StructType[] = [
      ...kinds.map((type) => struct("S", [{ ...field(1, "a", i32), type }])),
      struct("S", [{ ...field(1, "a", i32), id: `1:${call};case 2` as unknown as number }]),
      struct("S", [{ ...field(1, "a", i32), id: evil as unknown as number }]),
      struct("S", [{ ...field(1, "a", i32), name: evil as unknown as string }]),
    ];
    for (const type of types) {
      try {
        roundTrip(type, { a: 1 });
      } catch {
        // Any refusal will do, as long as nothing ran; see afterEach.
      }
    }
    expect(Object.hasOwn(globalThis, probe)).toBe(false);
  });
});

test("the probe would be seen", () => {
  Reflect.set(globalThis, probe, 1);
  expect(Object.hasOwn(globalThis, probe)).toBe(true);
  Reflect.deleteProperty(globalThis, probe);
});
