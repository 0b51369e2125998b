import { compile } from "@seapink/idl";
import { expect, test } from "vitest";
import { idlText } from "../../src/idl/idl-text.ts";

test("is as long as it is asked to be, in ASCII, and the same each time", () => {
  for (const bytes of [10_000, 20_000, 100_000]) {
    const { text } = idlText(bytes);
    expect(text.length).toBeGreaterThanOrEqual(bytes);
    expect(text.length).toBeLessThan(bytes + 5_000);
    expect(text).toMatch(/^[\n -~]*$/);
    expect(idlText(bytes).text).toBe(text);
  }
});

test("is a program with nothing doubtful, of as many definitions as it says", () => {
  const { text, definitions } = idlText(50_000);
  const program = compile({ "bench.thrift": text });
  expect(program.warnings).toEqual([]);
  expect(program.files.get("bench.thrift")?.document.definitions.length).toBe(definitions);
  expect(program.services.size).toBe(definitions / 14);
});
