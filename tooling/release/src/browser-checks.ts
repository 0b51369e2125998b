import { deepStrictEqual } from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { bundleFile, callIn, callPage, checkSizes, expected, findChromium, measureAll, needsOf } from "@seapink/bundle";
import type { Check } from "./checks.ts";

/** What must hold of the portable packages in a browser. */
export function browserChecks(root: string): Check[] {
  return [
    { name: "a browser bundle needs nothing of Node's", run: () => needsNothing() },
    calls("open", "a call runs in Chromium"),
    calls("strict", "a call runs in Chromium where a page may not make code from text"),
    { name: "the README tells the sizes", run: () => tellsSizes(join(root, "README.md")) },
  ];
}

async function needsNothing(): Promise<void> {
  const needs = needsOf(await bundleFile(callPage));
  if (needs.length > 0) throw new Error(`expected a bundle that imports nothing, got ${needs.join(", ")}`);
}

function calls(policy: "open" | "strict", name: string): Check {
  const chromium = findChromium();
  if (chromium === undefined)
    return { name, run: () => Promise.resolve(), skipped: "expected chromium on the PATH, got none" };
  return { name, run: async () => deepStrictEqual(await callIn(chromium, policy), expected(policy)) };
}

async function tellsSizes(readme: string): Promise<void> {
  checkSizes(await readFile(readme, "utf8"), await measureAll());
}
