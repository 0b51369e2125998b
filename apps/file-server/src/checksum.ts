import { createHash } from "node:crypto";
import { toFileInfo } from "./file-info.ts";
import type { Opened } from "./served-folder.ts";
import type { Checksum } from "./gen/filestore.ts";

const bufferBytes = 262_144;

/** Reads a file to its end; it is closed then, or when the signal is aborted. */
export async function checksumOf({ handle }: Opened, signal: AbortSignal): Promise<Checksum> {
  const hash = createHash("sha256");
  const buffer = new Uint8Array(bufferBytes);
  try {
    for (;;) {
      signal.throwIfAborted();
      const { bytesRead } = await handle.read(buffer, 0, bufferBytes);
      if (bytesRead === 0) break;
      hash.update(buffer.subarray(0, bytesRead));
    }
    return { info: toFileInfo(await handle.stat({ bigint: true })), sha256: hash.digest("hex") };
  } finally {
    await handle.close();
  }
}
