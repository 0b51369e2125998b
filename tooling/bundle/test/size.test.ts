import { expect, test } from "vitest";
import { sizeOf } from "../src/size.ts";

test("counts bytes, and those that are sent", () => {
  const { minified, gzip, brotli } = sizeOf("é".repeat(1000));
  expect(minified).toBe(2000);
  expect(gzip).toBeLessThan(100);
  expect(brotli).toBeLessThan(gzip);
});
