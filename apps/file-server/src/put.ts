import { createHash } from "node:crypto";
import type { Checksum, FileStoreClient } from "./gen/filestore.ts";
import type { Progress } from "./progress.ts";
import { WrongAnswerError } from "./wrong-answer-error.ts";

export interface PutOptions {
  readonly path: string;
  readonly chunks: AsyncIterable<Uint8Array>;
  readonly progress: Progress;
}

/**
 * Writes a file on the server.
 * @throws WrongAnswerError if the server has not written what was sent
 */
export async function put(client: FileStoreClient, { path, chunks, progress }: PutOptions): Promise<Checksum> {
  const hash = createHash("sha256");
  async function* items(): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      hash.update(chunk);
      yield chunk;
      progress.add(chunk.length);
    }
  }
  try {
    const written = await client.write({ path }, { items: items() });
    const sent = hash.digest("hex");
    if (sent === written.sha256) return written;
    throw new WrongAnswerError(`${path}: expected the server to have written ${sent}, got ${written.sha256}`);
  } finally {
    progress.stop();
  }
}
