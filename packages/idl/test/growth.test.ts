import { expect, test } from "vitest";
import { growth, mostGrowth } from "./growth.ts";

function steps(count: number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum = (sum * 31 + i) % 1_000_003;
  return sum;
}

test("tells what goes by the square from what is in proportion", () => {
  expect(growth((size) => () => steps(size * 1000), 300)).toBeLessThan(mostGrowth);
  expect(growth((size) => () => steps(size * size), 500)).toBeGreaterThan(mostGrowth);
});
