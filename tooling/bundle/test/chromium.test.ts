import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { findChromium } from "../src/chromium.ts";

test("finds the first program of a name that Chromium has", () => {
  const root = mkdtempSync(join(tmpdir(), "seapink-chromium-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const folder of ["a", "b"]) mkdirSync(join(root, folder));
  const path = [join(root, "a"), join(root, "b"), join(root, "missing")].join(delimiter);
  expect(findChromium(path)).toBeUndefined();
  writeFileSync(join(root, "a/chromium"), "", { mode: 0o644 });
  writeFileSync(join(root, "b/chromium"), "", { mode: 0o755 });
  expect(findChromium(path)).toBe(join(root, "b/chromium"));
});
