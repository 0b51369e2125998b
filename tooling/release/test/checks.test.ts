import { expect, test } from "vitest";
import { runChecks } from "../src/checks.ts";

test("goes on after a failure, and tells and counts each", async () => {
  const said: string[] = [];
  const counts = await runChecks(
    [
      { name: "one", run: () => Promise.resolve() },
      { name: "two", run: () => Promise.reject(new Error("it broke")) },
      { name: "three", run: () => Promise.reject(new Error("it was run")), skipped: "not here" },
      { name: "four", run: () => Promise.resolve(), skipped: undefined },
    ],
    { say: (line) => said.push(line) },
  );
  expect(counts).toEqual({ passed: 2, failed: 1, skipped: 1 });
  expect(said).toEqual(["ok    one", "FAIL  two\nit broke", "SKIPPED  three: not here", "ok    four"]);
});

test("runs so many at once and no more", async () => {
  const ends: (() => void)[] = [];
  const check = { name: "one", run: () => new Promise<void>((resolve) => ends.push(resolve)) };
  const counts = runChecks([check, check, check], { say: () => undefined, atOnce: 2 });
  expect(ends).toHaveLength(2);
  for (const end of ends) {
    end();
    await new Promise(setImmediate);
  }
  expect(ends).toHaveLength(3);
  expect(await counts).toEqual({ passed: 3, failed: 0, skipped: 0 });
});
