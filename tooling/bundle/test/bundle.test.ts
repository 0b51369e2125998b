import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { bundleFile, bundleText, needsOf } from "../src/bundle.ts";

const conditions = ["@seapink/source"];
const pages = join(import.meta.dirname, "../src/pages");

describe("a bundle", () => {
  test.each(["client.ts", "call.ts"])("of %s needs no other module, and nothing of Node's", async (name) => {
    const bundle = await bundleFile(join(pages, name), { conditions });
    expect(needsOf(bundle)).toEqual([]);
    expect(bundle.code).toContain("NotFoundError");
  });

  test.each([
    ['export { readFile } from "node:fs/promises";', ["node:fs/promises"]],
    ['export const net = () => import("node:net");', ["node:net"]],
    ['export const net = process.getBuiltinModule("node:net");', ["node:net"]],
    ['export { Authority } from "@seapink/testing/node";', ["@seapink/testing/node"]],
    ['export const text = "a node: of a tree";', []],
  ])("of %j needs %j", async (text, needs) => {
    expect(needsOf(await bundleText(text, { conditions }))).toEqual(needs);
  });

  test("has nothing of what is not used", async () => {
    const whole = await bundleText('export * from "@seapink/schema";', { conditions });
    const part = await bundleText('export { string } from "@seapink/schema";', { conditions });
    expect(part.code.length).toBeLessThan(whole.code.length / 10);
  });

  test("has nothing of generated code but what is used", async () => {
    const generated = join(import.meta.dirname, "../../../packages/codegen/test/gen");
    const currency = await bundleText(exporting("Currency", join(generated, "money.ts")), { conditions });
    expect(currency.code).toMatch(/^.{0,20}\{EUR:0,DEM:1\}.{0,30}$/s);
    // This file has interactions and services.
    const tags = await bundleText(exporting("DEFAULT_TAGS", join(generated, "shop.ts")), { conditions });
    expect(tags.code).toMatch(/^.{0,20}\[`new`\].{0,30}$/s);
  });

  test("is a script if asked", async () => {
    const { code } = await bundleFile(join(pages, "call.ts"), { conditions, format: "iife" });
    expect(code).toMatch(/^\(function|^\(\(\)=>/);
  });
});

function exporting(name: string, file: string): string {
  return `export { ${name} } from ${JSON.stringify(file)};`;
}
