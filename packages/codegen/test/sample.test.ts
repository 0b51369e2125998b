import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { money, shop } from "./sample.ts";

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), "utf8");

test("the sample of the README is this one, and gives what the README shows", () => {
  const readme = read("../README.md");
  expect(readme).toContain(read("sample.ts"));
  expect([shop?.path, money?.path]).toStrictEqual(["shop.ts", "money.ts"]);
  expect(readme).toContain(shop?.text);
});
