import { caseSettings } from "@seapink/testing";
import { describe, expect, test } from "vitest";

describe("the settings of a run", () => {
  test("have a fixed seed where CI is set, and another each time elsewhere", () => {
    expect(caseSettings({ CI: "true" })).toStrictEqual(caseSettings({ CI: "1" }));
    const seeds = new Set(Array.from({ length: 20 }, () => caseSettings({}).seed));
    expect(seeds.size).toBeGreaterThan(1);
  });

  test("are those of the environment where it says them", () => {
    const env = { CI: "true", SEAPINK_SEED: "-7", SEAPINK_CASES: "12" };
    expect(caseSettings(env)).toStrictEqual({ seed: -7, cases: 12 });
  });

  test("have 100 000 cases by default, also where the environment says nothing", () => {
    expect(caseSettings().cases).toBe(100_000);
    expect(caseSettings({ SEAPINK_SEED: "", SEAPINK_CASES: "" }).cases).toBe(100_000);
  });

  test.each(["many", "1e3", "0x10", " 1", "99999999999"])("are not guessed from %j", (text) => {
    expect(() => caseSettings({ SEAPINK_CASES: text })).toThrow("SEAPINK_CASES");
  });
});
