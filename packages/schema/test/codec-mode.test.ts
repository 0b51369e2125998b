import { field, i32, struct } from "@seapink/schema";
import { expect, test } from "vitest";
import { Compiler } from "../src/codec.ts";
import { canEmit } from "../src/emitted.ts";
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
