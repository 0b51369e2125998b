import { deepStrictEqual } from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  bundleFile,
  callIn,
  callPage,
  checkIsWhole,
  checkSizes,
  expectedOutcome,
  findChromium,
  measureAll,
} from "@seapink/bundle";
import type { Check } from "./checks.ts";

/** What must hold of the portable packages in a browser. */
export function browserChecks(root: string): Check[] {
  return [
    { name: "a browser bundle needs nothing of Node's", run: async () => checkIsWhole(await bundleFile(callPage)) },
    calls("open", "a call runs in Chromium"),
    calls("strict", "a call runs in Chromium where a page may not make code from text"),
    { name: "the README tells the sizes", run: () => tellsSizes(join(root, "README.md")) },
  ];
}

function calls(policy: "open" | "strict", name: string): Check {
  const chromium = findChromium();
  if (chromium === undefined)
    return { name, run: () => Promise.resolve(), skipped: "expected chromium on the PATH, got none" };
  return { name, run: async () => deepStrictEqual(await callIn(chromium, policy), expectedOutcome(policy)) };
}

async function tellsSizes(readme: string): Promise<void> {
  checkSizes(await readFile(readme, "utf8"), await measureAll());
}
