import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connectTo, listenOn, parseAddress } from "@seapink/addresses";
import type { Channel, Handler } from "@seapink/core";
import { createClient, local } from "@seapink/rpc";
import { onTestFinished } from "vitest";
import { createFileStore, type FileStoreService } from "../src/create-file-store.ts";
import { FileStore, type FileStoreClient } from "../src/gen/filestore.ts";

/** A folder that is gone when the test is over. */
export async function temporaryFolder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "file-server-"));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

/** How clients are connected: in the process, or by Rocket. */
export const wires = ["local", "rocket"] as const;
export type Wire = (typeof wires)[number];

export interface Served {
  readonly root: string;
  readonly store: FileStoreService;
  readonly client: FileStoreClient;
  readonly channel: Channel;
  /** What the server would have logged. */
  readonly errors: readonly unknown[];
}

interface ServedOptions {
  readonly maxOpen?: number;
  readonly root?: string;
  readonly wire?: Wire;
}

/** A client of its own connection to a server. */
export async function clientOf(at: string): Promise<FileStoreClient> {
  const channel = await connectTo(parseAddress(at));
  onTestFinished(() => channel.close(new Error("the test is over")));
  return createClient(FileStore, channel, { timeoutMs: 5_000 });
}

/** A served folder, and a client of it. */
export async function served({ wire = "local", maxOpen, root: given }: ServedOptions = {}): Promise<Served> {
  const root = given ?? (await temporaryFolder());
  const store = await createFileStore(root, maxOpen);
  const errors: unknown[] = [];
  const onError = (error: unknown): void => void errors.push(error);
  const channel = wire === "local" ? local(store.handler, { onError }) : await rocketTo(store.handler, onError);
  onTestFinished(() => channel.close(new Error("the test is over")));
  const client = createClient(FileStore, channel, { timeoutMs: 5_000 });
  return { root, store, client, channel, errors };
}

async function rocketTo(handler: Handler, onError: (error: unknown) => void): Promise<Channel> {
  const server = await listenOn(parseAddress("any://127.0.0.1:0"), handler, { onError });
  onTestFinished(() => server.close());
  return connectTo(parseAddress(server.address.replace("any:", "rocket:")));
}

/** All bytes of a stream, as text. */
export async function textOf(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts).toString();
}
