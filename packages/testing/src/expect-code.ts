import { isThriftError } from "@seapink/core";
import { expect } from "vitest";

/** Checks that this throws one of our errors with this code, whatever its text. */
export function expectCode(run: () => unknown, code: string): void {
  let thrown: unknown;
  let result: unknown;
  try {
    result = run();
  } catch (error) {
    thrown = error;
  }
  if (thrown === undefined) expect.fail(`expected an error with code ${code}, got ${String(result)}`);
  if (!isThriftError(thrown)) throw thrown;
  expect(thrown.code, thrown.message).toBe(code);
}
