import { inspect, isDeepStrictEqual } from "node:util";
import { isThriftError } from "@seapink/core";
import { caseSettings } from "@seapink/testing";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codecIn, modes, type StructCodec } from "./modes.ts";
import { typedValues } from "./typed-values.ts";

const { seed, cases } = caseSettings(process.env);
// Each case compiles types of its own, which takes a hundred times as long as using them.
const settings = { seed, numRuns: Math.ceil(cases / 50) };

describe(`random types, seed ${seed}`, () => {
  test("decode of encode is identity, and all modes write the same bytes", () => {
    const check = fc.property(typedValues(), ({ type, values }) => {
      const codecs = modes.map((mode) => codecIn(mode, type));
      for (const value of values) {
        const bytes = sameOfAll(codecs, (codec) => codec.encode(value)) as Uint8Array;
        const decoded = sameOfAll(codecs, (codec) => codec.decode(bytes));
        expectSame(decoded, value);
        expectSame(
          sameOfAll(codecs, (codec) => codec.encode(decoded)),
          bytes,
        );
      }
    });
    fc.assert(check, settings);
  });

  test("bytes that were damaged give the same value or the same refusal in all modes", () => {
    const damage = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { minLength: 1, maxLength: 3 });
    const check = fc.property(typedValues(), damage, fc.nat(), ({ type, values }, changes, cut) => {
      const codecs = modes.map((mode) => codecIn(mode, type));
      const bytes = Uint8Array.from(sameOfAll(codecs, (codec) => codec.encode(values[0])) as Uint8Array);
      for (const [place, byte] of changes) bytes[place % bytes.length] = byte;
      for (const damaged of [bytes, bytes.subarray(0, cut % (bytes.length + 1))]) {
        sameOfAll(codecs, (codec) => attempt(() => codec.decode(damaged)));
      }
    });
    fc.assert(check, settings);
  });

  test("values of another type are refused alike in all modes, or written alike", () => {
    const check = fc.property(typedValues(), fc.anything(), ({ type, values: [value] }, other) => {
      const codecs = modes.map((mode) => codecIn(mode, type));
      const wrong = type.fields.map((f) => Object.assign(Object.create(null), value, { [f.name]: other }) as unknown);
      for (const each of [other, ...wrong]) sameOfAll(codecs, (codec) => attempt(() => codec.encode(each)));
    });
    fc.assert(check, { ...settings, numRuns: Math.ceil(settings.numRuns / 4) });
  });
});

/** What all of them do, which must be the same. */
function sameOfAll(codecs: readonly StructCodec[], act: (codec: StructCodec) => unknown): unknown {
  const results = codecs.map(act);
  for (const result of results) expectSame(result, results[0]);
  return results[0];
}

/** To the bit, `__proto__` and `constructor` included, which the matchers stumble over. */
function expectSame(got: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(got, expected)) expect.fail(`expected ${inspect(expected, all)}, got ${inspect(got, all)}`);
}

const all = { depth: Infinity };

/** What comes of it, in a form that can be compared: never an error that is not ours. */
function attempt(act: () => unknown): unknown {
  try {
    return { value: act() };
  } catch (error) {
    if (!isThriftError(error)) throw error;
    return { code: error.code, message: error.message };
  }
}
