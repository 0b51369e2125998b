import { expect, test } from "vitest";
import { runChecks } from "../src/checks.ts";

test("goes on after a failure, and tells and counts each", async () => {
  const said: string[] = [];
  const counts = await runChecks(
    [
      { name: "one", run: () => Promise.resolve() },
      { name: "two", run: () => Promise.reject(new Error("it broke")) },
      { name: "three", run: () => Promise.resolve() },
    ],
    (line) => said.push(line),
  );
  expect(counts).toEqual({ passed: 2, failed: 1 });
  expect(said).toEqual(["ok    one", "FAIL  two\nit broke", "ok    three"]);
});
