import { describeValue } from "@seapink/core";

/** @throws TypeError for what cannot be called; nothing is as well as a function, where nobody has to be told. */
export function checkCallback(name: string, value: unknown): void {
  if (value !== undefined) checkFunction(name, value);
}

/** @throws TypeError for what cannot be called. */
export function checkFunction(name: string, value: unknown): void {
  if (typeof value !== "function") throw new TypeError(`${name}: expected a function, got ${describeValue(value)}`);
}
