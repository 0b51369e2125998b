import { alarm, deadlines, now } from "@seapink/core";
import { expect, test } from "vitest";

test("an alarm calls back after its time", async () => {
  const began = now();
  await new Promise<void>((resolve) => alarm(12, resolve));
  expect(now() - began).toBeGreaterThanOrEqual(12);
});

test("an alarm that was taken back stays silent, while a later one rings", async () => {
  const rung: string[] = [];
  const first = alarm(1, () => rung.push("first"));
  deadlines.delete(first);
  await new Promise<void>((resolve) => alarm(20, resolve));
  expect(rung).toStrictEqual([]);
});
