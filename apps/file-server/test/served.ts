import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Channel } from "@seapink/core";
import { createClient, local } from "@seapink/rpc";
import { onTestFinished } from "vitest";
import { createFileStore, type FileStoreService } from "../src/create-file-store.ts";
import { fileStore, type FileStoreClient, fileStoreIdl } from "../src/service.ts";

/** A folder that is gone when the test is over. */
export async function temporaryFolder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "file-server-"));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

export interface Served {
  readonly root: string;
  readonly store: FileStoreService;
  readonly client: FileStoreClient;
  readonly channel: Channel;
  /** What the server would have logged. */
  readonly errors: readonly unknown[];
}

/** A client of a served folder, without a wire between. */
export async function served(options: { readonly maxOpen?: number; readonly root?: string } = {}): Promise<Served> {
  const root = options.root ?? (await temporaryFolder());
  const store = await createFileStore(root, options.maxOpen);
  const errors: unknown[] = [];
  const channel = local(store.handler, { onError: (error) => errors.push(error) });
  onTestFinished(() => channel.close(new Error("the test is over")));
  const client = createClient(fileStore(await fileStoreIdl()), channel, { timeoutMs: 5_000 });
  return { root, store, client, channel, errors };
}

/** All bytes of a stream, as text. */
export async function textOf(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts).toString();
}
