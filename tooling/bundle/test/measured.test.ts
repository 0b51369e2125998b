import { expect, test } from "vitest";
import { bundleText } from "../src/bundle.ts";
import { wholeOf } from "../src/measured.ts";

test("measures all that packages export, of one name, too", async () => {
  const text = wholeOf(["schema", "protocol-binary"]);
  const both = await bundleText(text, { conditions: ["@seapink/source"] });
  const one = await bundleText(wholeOf(["schema"]), { conditions: ["@seapink/source"] });
  // Both export `binary`.
  expect(both.code.length).toBeGreaterThan(one.code.length + 5000);
  expect(both.imports).toEqual([]);
});
