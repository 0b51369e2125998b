import type { Output } from "@seapink/addresses/command";
import { found } from "./missing-file-error.ts";
import type { FileStoreClient } from "./gen/filestore.ts";
import type { Progress } from "./progress.ts";
import { WrongAnswerError } from "./wrong-answer-error.ts";

export interface CatOptions {
  readonly path: string;
  /** Default 0. */
  readonly offset?: number | undefined;
  /** Default: as many as there are. */
  readonly bytes?: number | undefined;
  readonly to: Output;
  /** Told how much is expected, before the first byte. */
  readonly onProgress: (total: number) => Progress;
}

/** An i32 holds no more. */
const mostAtOnce = 2_147_483_647;

/**
 * Copies a file of the server, or a part of it. Stops when nobody wants more.
 * @throws WrongAnswerError when the server sends more than it was asked for
 */
export async function cat(client: FileStoreClient, options: CatOptions): Promise<void> {
  const { path, offset = 0, bytes = Number.POSITIVE_INFINITY, to, onProgress } = options;
  const [file, info] = await found(path, client.openAndStat({ path }));
  await using _ = file;
  if (offset > info.size) return onProgress(0).stop();
  for (let left = offset; left > 0; left -= mostAtOnce) await file.seek({ delta: Math.min(left, mostAtOnce) });
  const progress = onProgress(Math.min(bytes, Math.max(0, Number(info.size) - offset)));
  try {
    let left = bytes;
    for (;;) {
      const most = Math.min(left, mostAtOnce);
      const chunks = most > 0 ? atMost(most, path, await file.read({ bytes: most })) : [];
      const copied = await copy(chunks, to, progress);
      if (copied === undefined || copied < most || copied === 0) break;
      left -= copied;
    }
  } finally {
    progress.stop();
  }
}

type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

async function* atMost(most: number, path: string, chunks: Chunks): AsyncGenerator<Uint8Array> {
  let left = most;
  for await (const chunk of chunks) {
    left -= chunk.length;
    if (left < 0) throw new WrongAnswerError(`${path}: expected the server to send at most ${most} bytes, got more`);
    yield chunk;
  }
}

/** How many bytes there were; `undefined` if nobody wanted all of them. Leaving the loop tells the server. */
async function copy(chunks: Chunks, to: Output, progress: Progress): Promise<number | undefined> {
  let copied = 0;
  for await (const chunk of chunks) {
    if (!(await to.write(chunk))) return undefined;
    copied += chunk.length;
    progress.add(chunk.length);
  }
  return copied;
}
