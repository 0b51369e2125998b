import { expect, test } from "vitest";
import { point } from "./sample.ts";

test("the sample of the README reads what it wrote", () =>
  expect(point).toStrictEqual({ label: "here", ids: [1n, 9_007_199_254_740_993n] }));
