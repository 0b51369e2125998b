import { expect, test } from "vitest";
import { log } from "./sample.ts";

test("the sample of the README reads, and tells its object of the end", async () => {
  await new Promise((resolve) => setImmediate(resolve));
  expect(log).toEqual(["text", "closed"]);
});
