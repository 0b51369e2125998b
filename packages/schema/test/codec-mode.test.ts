import { field, i32, struct } from "@seapink/schema";
import { expect, test } from "vitest";
import { Compiler } from "../src/codec.ts";
import { canEmit } from "../src/emitted.ts";
import type { FieldsetCodec } from "../src/fieldset-codec.ts";
import { codecIn } from "./modes.ts";

const forbidden = process.env["MODE"] === "no-codegen";
const type = struct("S", [field(1, "a", i32)]);

const makeCode = (): unknown => Reflect.construct(Function, ["return 1"]);

test("text may become code, but in the run where the host forbids it", () => {
  if (forbidden) expect(makeCode).toThrow(EvalError);
  else expect(makeCode).not.toThrow();
  expect(canEmit()).toBe(!forbidden);
});

test("emission fails where the host forbids it, and is not what a compiler then chooses", () => {
  if (forbidden) expect(() => codecIn("emitted", type).encode({ a: 1 })).toThrow(EvalError);
  else expect(codecIn("emitted", type).encode({ a: 1 })).toHaveLength(8);
  expect(() => new Compiler().compile(type, "binary")).not.toThrow();
});

/** How often it tries to make code of text, whether it may or not. */
function triesOf(act: () => unknown): number {
  const { Function } = globalThis;
  let tries = 0;
  globalThis.Function = new Proxy(Function, {
    construct(target, args: unknown[]) {
      tries++;
      return Reflect.construct(target, args) as object;
    },
  });
  try {
    act();
  } finally {
    globalThis.Function = Function;
  }
  return tries;
}

test("a codec that a descriptor brings along is used without a try to make code, which hosts report", () => {
  const codec: FieldsetCodec = { write() {}, read: () => "brought" };
  const brought = struct("Brought", [field(1, "a", i32)], { codec: () => codec });
  const outer = struct("Outer", [field(1, "inner", brought)], { codec: (tools) => tools.codecOf(brought) });
  expect(triesOf(() => expect(new Compiler().compile(outer, "binary")).toBe(codec))).toBe(0);
  expect(triesOf(() => new Compiler().compile(type, "binary"))).toBeGreaterThan(0);
});
