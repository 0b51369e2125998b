import { expect, test } from "vitest";
import { bundleText } from "../src/bundle.ts";
import { measure, wholeOf } from "../src/measure-all.ts";

test("measures all that packages export, of one name, too", async () => {
  const text = wholeOf(["schema", "protocol-binary"]);
  const both = await bundleText(text, { conditions: ["@seapink/source"] });
  const one = await bundleText(wholeOf(["schema"]), { conditions: ["@seapink/source"] });
  // Both export `binary`.
  expect(both.code.length).toBeGreaterThan(one.code.length + 5000);
  expect(both.imports).toEqual([]);
});

test("measures nothing that lacks a part", async () => {
  const bundle = await bundleText('export * from "@seapink/missing";');
  expect(() => measure(bundle)).toThrow("expected a bundle that imports nothing, got @seapink/missing");
});
