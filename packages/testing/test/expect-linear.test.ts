import { expectLinear } from "@seapink/testing";
import { expect, test } from "vitest";

function busy(steps: number): number {
  let sum = 0;
  for (let i = 0; i < steps; i++) sum += Math.sqrt(i);
  return sum;
}

test("takes what is linear, and refuses what is quadratic", () => {
  expectLinear(1_000_000, (size) => void busy(size));
  expect(() => expectLinear(1000, (size) => void busy(size * size))).toThrow("four times the size");
});
