import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { MemoryWatch, residentBytes } from "../../src/stream/memory-watch.ts";

const mebibyte = 1_048_576;

/** Takes memory when it is told to, lets go of it when it is told again, and answers each time. */
const program = `
  let taken;
  process.stdin.on("data", () => {
    taken = taken === undefined ? new Uint8Array(${64 * mebibyte}).fill(1) : undefined;
    globalThis.gc?.();
    process.stdout.write("done");
  });
  process.stdout.write("ready");
`;

// A process of its own: this one shares its memory with other tests.
test("sees memory that a process takes, and remembers it when it is free again", async () => {
  const child = spawn(process.execPath, ["--expose-gc", "-e", program], { stdio: ["pipe", "pipe", "inherit"] });
  const tell = async (): Promise<void> => {
    child.stdin.write("go on");
    await once(child.stdout, "data");
  };
  try {
    await once(child.stdout, "data");
    const watch = new MemoryWatch(child.pid as number);
    await watch.during(tell);
    const { growth } = watch;
    expect(growth).toBeGreaterThan(48 * mebibyte);
    await watch.during(tell);
    expect(watch.growth).toBeGreaterThanOrEqual(growth);
  } finally {
    child.kill();
  }
});

test("says what the process itself knows, and nothing of one that has ended", () => {
  const own = process.memoryUsage.rss();
  expect(residentBytes(process.pid)).toBeGreaterThan(own / 2);
  expect(residentBytes(process.pid)).toBeLessThan(own * 2);
  expect(residentBytes(2 ** 22 + 1)).toBe(0);
});
