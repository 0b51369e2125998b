import { stripTypeScriptTypes } from "node:module";
import {
  exception,
  type ExceptionType,
  field,
  type Fieldset,
  i32,
  list,
  map,
  set,
  string,
  struct,
  union,
} from "@seapink/schema";
import { caseSettings } from "@seapink/testing";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codeText } from "../src/code.ts";
import { emitCodec } from "../src/emit-codec.ts";
import type { EmitOptions } from "../src/emit-scope.ts";
import { typedValues } from "./typed-values.ts";

const refer = (): string => "Inner";
const gen1 = (name: string): string => `t.${name}`;

/** A whole function, since a body alone returns to nobody. */
function text(type: Fieldset, options: Partial<EmitOptions> = {}): string {
  return codeText(["function make($) {", emitCodec(type, { refer, ...options }), "}"], "  ");
}

const withoutBlanks = (code: string): string => code.replace(/\s/g, "");

const { seed, cases } = caseSettings(process.env);

test("the TypeScript that is written ahead of time is the JavaScript that runs, with types", () => {
  const check = fc.property(typedValues(), ({ type }) => {
    const script = text(type);
    const typed = text(type, { gen1 });
    expect(typed).toContain(" as t.FieldValues;");
    expect(withoutBlanks(stripTypeScriptTypes(typed))).toBe(withoutBlanks(script));
  });
  fc.assert(check, { seed, numRuns: Math.ceil(cases / 100) });
});

describe("what a file may have names for", () => {
  const type = struct("S", [field(1, "l", list(string)), field(2, "s", set(string)), field(3, "m", map(string, i32))]);

  test("is spelled as the file says", () => {
    const code = text(type, { global: (name) => `globalThis.${name}`, gen1 });
    const bare = /(?<![.\w])(Array|Set|Map|Uint8Array)\b/.exec(code);
    expect([bare?.[0], code.includes("new globalThis.Map<unknown, unknown>()")]).toEqual([undefined, true]);
  });

  test("is hidden by no name of the code's own", () => {
    const lines = emitCodec(everything(), { refer: () => "v" }).filter((line) => typeof line === "string");
    const names = lines.flatMap((line) => line.match(/(?<=^const |^function |: )[^\s({,]+/g) ?? []);
    expect(names.filter((name) => !name.startsWith("$"))).toEqual([]);
    expect(names.length).toBeGreaterThan(8);
  });
});

function everything(): ExceptionType {
  const Inner = union("Inner", [field(1, "a", i32)]);
  return exception("All", [
    field(1, "message", string, { default: "none" }),
    field(2, "inner", list(Inner)),
    field(3, "more", map(i32, Inner), { default: new Map() }),
  ]);
}

test("the code of a struct that is too large asks for closures", () => {
  const fields = Array.from({ length: 2049 }, (_, i) => field(i, `f${i}`, i32));
  expect(emitCodec(struct("S", fields), { refer })).toEqual(["return $.closures();"]);
  expect(emitCodec(struct("S", fields.slice(1)), { refer }).length).toBeGreaterThan(1);
});
