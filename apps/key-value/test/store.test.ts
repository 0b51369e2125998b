import { expect, test } from "vitest";
import { openStore } from "../src/store.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const pairs = [
  ["hello", "world"],
  ["", "the empty key"],
  ["empty value", ""],
  ["ключ ключа 🔑", "значение \u0000 с нулём"],
  ["__proto__", "polluted?"],
  ["k".repeat(1024), "v".repeat(1_000_000)],
] as const;

test("keeps values across being closed and opened", async () => {
  await using folder = await temporaryFolder();
  const store = openStore(folder.path);
  for (const [key, value] of pairs) await store.set(key, value);
  await store.close();
  const again = openStore(folder.path);
  for (const [key, value] of pairs) expect(again.get(key)).toBe(value);
  await again.close();
});

test("has no value that was not set, and keeps the last one", async () => {
  await using folder = await temporaryFolder();
  const store = openStore(folder.path);
  expect(store.get("nobody")).toBeUndefined();
  await Promise.all(["1", "2", "3"].map((value) => store.set("key", value)));
  expect(store.get("key")).toBe("3");
  await store.close();
});
