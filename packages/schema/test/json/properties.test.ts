import { inspect, isDeepStrictEqual } from "node:util";
import { isProtocolError } from "@seapink/core";
import type { Type } from "@seapink/schema";
import { fromJson, jsonTexts, toJson } from "@seapink/schema/json";
import { caseSettings } from "@seapink/testing";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allOf } from "./all-of.ts";
import { typedValues } from "../typed-values.ts";

const { seed, cases } = caseSettings(process.env);
// Each case compiles types of its own.
const settings = { seed, numRuns: Math.ceil(cases / 200) };

/** Characters that mean something in JSON. */
const mishaps: readonly string[] = Array.from(' "{}[],:\\0-1.eE+ntfu\n\t');

describe(`random types, seed ${seed}`, () => {
  test("fromJson of toJson is identity, indented or not", () => {
    const check = fc.property(typedValues(), fc.nat({ max: 3 }), ({ type, values }, space) => {
      for (const value of values) {
        const text = toJson(type, value);
        expectSame(fromJson(type, text), value);
        expectSame(fromJson(type, toJson(type, value, { space })), value);
        expect(toJson(type, fromJson(type, text))).toBe(text);
      }
    });
    fc.assert(check, settings);
  });

  test("the text is what JSON.parse takes, and is passed over whole", () => {
    const check = fc.property(typedValues(), ({ type, values: [value] }) => {
      const text = toJson(type, value);
      expect(() => JSON.parse(text) as unknown).not.toThrow();
      const nothing = { kind: "struct", name: "", fields: [], annotations: new Map() } as const;
      expect(fromJson(nothing, `{"all":${text}}`, { unknownFields: "skip" })).toStrictEqual({});
    });
    fc.assert(check, settings);
  });

  test("every truncation is refused", () => {
    const check = fc.property(typedValues(), fc.nat(), ({ type, values: [value] }, cut) => {
      const text = toJson(type, value);
      const got = attempt(type, text.slice(0, cut % text.length));
      expect(got).toBeUndefined();
    });
    fc.assert(check, settings);
  });

  test("text that was damaged gives a value or a refusal, and what JSON.parse refuses is refused", () => {
    const changes = fc.array(
      fc.tuple(fc.nat(), fc.oneof(fc.constantFrom(...mishaps), fc.string({ maxLength: 2, unit: "binary" }))),
      { minLength: 1, maxLength: 3 },
    );
    const check = fc.property(typedValues(), changes, ({ type, values: [value] }, damage) => {
      let text = toJson(type, value);
      for (const [at, by] of damage) text = text.slice(0, at % text.length) + by + text.slice((at % text.length) + 1);
      const got = attempt(type, text);
      if (got !== undefined) expect(() => JSON.parse(text) as unknown).not.toThrow();
    });
    fc.assert(check, settings);
  });

  test("values of another type are refused, or written as JSON", () => {
    const check = fc.property(typedValues(), fc.anything(), ({ type, values: [value] }, other) => {
      const wrong = type.fields.map((f) => Object.assign(Object.create(null), value, { [f.name]: other }) as unknown);
      for (const each of [other, ...wrong]) {
        const text = written(type, each);
        if (text !== undefined) expect(() => JSON.parse(text) as unknown).not.toThrow();
      }
    });
    fc.assert(check, { ...settings, numRuns: Math.ceil(settings.numRuns / 4) });
  });

  test("values that are sent in pieces are cut as they were written", async () => {
    const pieces = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 10 });
    const check = fc.asyncProperty(
      typedValues(),
      pieces,
      fc.constantFrom("", " ", "\n"),
      async ({ type, values }, sizes, between) => {
        const texts = values.map((value) => toJson(type, value));
        expect(await allOf(jsonTexts(cut(texts.join(between), sizes)))).toEqual(texts);
      },
    );
    await fc.assert(check, { ...settings, numRuns: Math.ceil(settings.numRuns / 4) });
  });
});

test("doubles are read as JSON.parse does", () => {
  const digits = fc.stringMatching(/^-?(?:0|[1-9]\d{0,24})(?:\.\d{1,24})?(?:[eE][+-]?\d{1,2})?$/);
  const check = fc.property(digits, (text) => {
    expectSame(fromJson({ kind: "double" }, text), JSON.parse(text));
  });
  fc.assert(check, { seed, numRuns: Math.ceil(cases / 50) });
});

test("strings are read as JSON.parse does", () => {
  const check = fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }), (one, other) => {
    for (const text of [JSON.stringify(one), JSON.stringify(other).replaceAll(/[^\x20-\x7e]/g, escaped)]) {
      expect(fromJson({ kind: "string" }, text)).toBe(JSON.parse(text));
    }
  });
  fc.assert(check, { seed, numRuns: Math.ceil(cases / 50) });
});

function escaped(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

function* cut(text: string, sizes: readonly number[]): Generator<string> {
  for (let at = 0, i = 0; at < text.length; i++) {
    const size = sizes[i % sizes.length] ?? 1;
    yield text.slice(at, at + size);
    at += size;
  }
}

/** To the bit, `__proto__` and `constructor` included, which the matchers stumble over. */
function expectSame(got: unknown, expected: unknown): void {
  const all = { depth: Infinity };
  if (!isDeepStrictEqual(got, expected)) expect.fail(`expected ${inspect(expected, all)}, got ${inspect(got, all)}`);
}

/** What comes of it; `undefined` for a refusal. Never an error that is not ours. */
function attempt(type: Type, text: string): unknown {
  return unlessRefused(() => fromJson(type, text));
}

function written(type: Type, value: unknown): string | undefined {
  return unlessRefused(() => toJson(type, value));
}

function unlessRefused<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch (error) {
    if (!isProtocolError(error)) throw error;
    expect(error.message).toMatch(/expected /);
    return undefined;
  }
}
