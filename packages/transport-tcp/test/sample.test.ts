import { expect, test } from "vitest";
import { address, isOpen } from "./sample.ts";

test("the sample of the README connects to its server", () => {
  expect(address).toMatch(/^tcp:\/\/127\.0\.0\.1:\d+$/);
  expect(isOpen).toBe(true);
});
