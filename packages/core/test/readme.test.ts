import { readFileSync } from "node:fs";
import { defaultLimits } from "@seapink/core";
import { expect, test } from "vitest";

test("the README's table has every limit with its default", () => {
  const text = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  const rows = [...text.matchAll(/^\| `(max\w+|\w+Ms)` +\| (\d+) +\|/gm)];
  expect(Object.fromEntries(rows.map(([, name, value]) => [name, Number(value)]))).toEqual(defaultLimits);
});
