import { describe, expect, test } from "vitest";
import { idlText } from "../../src/idl/idl-text.ts";
import { SubjectChild } from "../../src/idl/subject-child.ts";
import { subject } from "../../src/idl/subject.ts";
import { subjects } from "../../src/idl/subjects.ts";
import { verify } from "../../src/idl/verify.ts";

const idl = idlText(50_000);

describe.each(subjects)("$name", ({ load }) => {
  test("finds all definitions", async () => {
    const parser = await load();
    expect(parser.definitions(parser.parse(idl.text))).toBe(idl.definitions);
  });

  test("refuses what is not the grammar", async () => {
    const parser = await load();
    expect(() => parser.parse(`${idl.text} struct`)).toThrow();
  });
});

test("a parser that stops early is not honest", () => {
  const early = subject({ parse: (text) => text.split("struct"), definitions: (parts) => parts.length });
  expect(() => verify(early, idl)).toThrow(/^expected \d+ definitions, got \d+$/);
});

describe("a process for one parser", () => {
  test("says how many definitions it found, and the speed of each round", { timeout: 60_000 }, async () => {
    const child = new SubjectChild("seapink parse", "2.5MB");
    try {
      expect(await child.definitions()).toBe(idlText(2_500_000).definitions);
      expect(await child.megabytesPerSecond()).toBeGreaterThan(0);
      expect(await child.megabytesPerSecond()).toBeGreaterThan(0);
    } finally {
      await child.end();
    }
  });

  test("says why it cannot", async () => {
    const child = new SubjectChild("no such parser", "5MB");
    await expect(child.definitions()).rejects.toThrow("no such parser: no such subject: no such parser");
    await child.end();
  });
});
