import { randomFillSync } from "node:crypto";
import { mkdtemp, open } from "node:fs/promises";
import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What the file in the folder is called. */
export const fileName = "served.bin";

const blockBytes = 1_048_576;

/**
 * Makes a folder with a file of so many bytes, which are written indeed: a hole would be read faster. Both are gone when
 * the work is over, or when the process is interrupted.
 */
export async function withServedFile<T>(bytes: number, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "seapink-bench-"));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  const onSignal = (signal: NodeJS.Signals): void => {
    remove();
    // The listener was the last thing in the signal's way.
    process.kill(process.pid, signal);
  };
  for (const signal of signals) process.once(signal, onSignal);
  try {
    await fill(join(folder, fileName), bytes);
    return await work(folder);
  } finally {
    for (const signal of signals) process.off(signal, onSignal);
    remove();
  }
}

const signals = ["SIGINT", "SIGTERM"] as const;

async function fill(path: string, bytes: number): Promise<void> {
  const block = randomFillSync(new Uint8Array(Math.min(bytes, blockBytes)));
  const handle = await open(path, "w");
  try {
    for (let left = bytes; left > 0; left -= block.length) await handle.appendFile(block.subarray(0, left));
    // Or else the system writes it out while we measure.
    await handle.sync();
  } finally {
    await handle.close();
  }
}
