import type { TransportError } from "@seapink/core";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { WriteGate } from "../src/write-gate.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function make(timeoutMs = 1000): { readonly gate: WriteGate; readonly late: TransportError[] } {
  const late: TransportError[] = [];
  return { gate: new WriteGate(timeoutMs, (error) => late.push(error)), late };
}

/** Writes when it may, and says so. */
class Writer {
  readonly #gate: WriteGate;
  readonly #write: () => void;

  constructor(gate: WriteGate, write: () => void) {
    this.#gate = gate;
    this.#write = write;
  }

  resume(): void {
    if (this.#gate.isFree(this)) this.#write();
  }
}

test("is open at first, and makes nobody wait", () => {
  const { gate } = make();
  const written: string[] = [];
  new Writer(gate, () => written.push("a")).resume();
  gate.open();
  expect(written).toEqual(["a"]);
  expect(gate.isShut).toBe(false);
});

test("resumes those who wait in their order, and each once, however often they asked", () => {
  const { gate } = make();
  const written: string[] = [];
  gate.shut();
  for (const name of ["a", "b"]) {
    const writer = new Writer(gate, () => written.push(name));
    writer.resume();
    writer.resume();
  }
  expect(written).toEqual([]);
  gate.open();
  gate.open();
  expect(written).toEqual(["a", "b"]);
});

test("keeps those waiting for whom it is shut again", () => {
  const { gate } = make();
  const written: string[] = [];
  gate.shut();
  for (const name of ["a", "b", "c"]) {
    new Writer(gate, () => {
      written.push(name);
      gate.shut();
    }).resume();
  }
  const after = [1, 2, 3].map(() => {
    gate.open();
    return written.join("");
  });
  expect(after).toEqual(["a", "ab", "abc"]);
});

test("is shut for so long and no longer, from when it was shut first", async () => {
  const { gate, late } = make(1000);
  gate.shut();
  await vi.advanceTimersByTimeAsync(900);
  gate.shut();
  expect(late).toEqual([]);
  await vi.advanceTimersByTimeAsync(120);
  expect(late).toMatchObject([{ code: "timed_out" }]);
  await vi.advanceTimersByTimeAsync(5000);
  expect(late).toHaveLength(1);
});

test("has its time anew when it was open in between, and leaves no timer when it is", async () => {
  const { gate, late } = make(1000);
  gate.shut();
  await vi.advanceTimersByTimeAsync(900);
  gate.open();
  expect(vi.getTimerCount()).toBe(0);
  gate.shut();
  await vi.advanceTimersByTimeAsync(900);
  expect(late).toEqual([]);
  expect(gate.isShut).toBe(true);
  gate.open();
});
