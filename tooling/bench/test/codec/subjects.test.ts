import { describe, expect, test } from "vitest";
import { SubjectChild } from "../../src/codec/subject-child.ts";
import { subject } from "../../src/codec/subject.ts";
import { subjects } from "../../src/codec/subjects.ts";
import { verified } from "../../src/codec/verify.ts";
import { workloadNames, workloads } from "../../src/codec/workloads.ts";

describe.each(subjects)("$name", (entry) => {
  test.each(entry.workloads ?? workloadNames)("decodes %s to the value that it encoded", async (workload) => {
    const made = (await entry.load())(workload);
    expect(verified(made, workload).length).toBeGreaterThan(0);
  });
});

describe("what is not honest", () => {
  const bytes = Buffer.from(JSON.stringify(workloads.i32));

  test("is a decoder that gives another value", () => {
    const wrong = subject(
      undefined,
      () => bytes,
      () => ({ values: [1] }),
    );
    expect(() => verified(wrong, "i32")).toThrow("i32: decode gave another value");
  });

  test("is an encoder whose next output overwrites the last", () => {
    let count = 0;
    const reused = subject(
      undefined,
      () => bytes.fill(count++, 0, 1),
      () => workloads.i32,
    );
    expect(() => verified(reused, "i32")).toThrow("i32: encode reuses its output");
  });
});

describe("a process for one subject", () => {
  test("says its size, and the times of each round", async () => {
    const child = new SubjectChild("seapink binary closures", "binary", ["--disallow-code-generation-from-strings"]);
    try {
      expect(await child.size()).toBe(65_544);
      expect((await child.round()).encode).toBeGreaterThan(0);
      expect((await child.round()).decode).toBeGreaterThan(0);
    } finally {
      await child.end();
    }
  });

  test("says why it cannot", async () => {
    const child = new SubjectChild("no such codec", "binary", []);
    await expect(child.size()).rejects.toThrow("no such codec: no such subject: no such codec");
    await child.end();
  });
});
