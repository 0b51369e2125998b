import type { Both } from "./both.ts";
import { pattern, write } from "./bytes.ts";

/** Writes until the lane takes no more, since the peer does not read. Returns how many bytes were committed. */
export async function fill({ a, earA, settle }: Both): Promise<number> {
  for (let size = 65_536; size < 64_000_000; size += 65_536) {
    const drainCount = earA.drainCount;
    if (write(a, pattern(65_536))) continue;
    await settle();
    if (earA.drainCount === drainCount) return size;
  }
  throw new Error("expected a lane that says when its peer does not read, got one that takes 64 MB");
}
