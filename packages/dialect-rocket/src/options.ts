import { checkProtocols } from "@seapink/conversation";
import type { Compression, Protocol } from "@seapink/core";
import { Compressions } from "./compression/compressions.ts";
import type { ChecksumName } from "./checksum/checksum.ts";
import { ProtocolIds } from "./payloads/protocol-ids.ts";
import { defaultWindow, type StreamWindow } from "./streams/window.ts";

export interface RocketOptions {
  /**
   * What bodies are encoded in: `compact({ variant: "fbthrift" })` and `binary()`. The first is spoken, all are accepted;
   * a server answers each call in the protocol that it came in.
   */
  readonly protocols: readonly Protocol[];
  /** What a client encodes metadata in; a server understands both. Default `compact`, which every peer knows. */
  readonly metadata?: "compact" | "binary";
  /** How often a client asks whether the server is there; twice without an answer ends the connection. Default 30 s. */
  readonly keepAliveMs?: number;
  /** How many items of a stream, or of a sink on a server, may be ahead of their consumer. */
  readonly window?: Partial<StreamWindow>;
  /** How long a consumer may ask for no more items, before a server ends the stream. Default 5 min. */
  readonly creditTimeoutMs?: number;
  /** How long the next item may take that was asked for. Default `Infinity`. */
  readonly chunkTimeoutMs?: number;
  /** What bodies may be compressed with; those of a client are with the first that the server knows. Default: none. */
  readonly compression?: readonly Compression[];
  /** The shortest body that is compressed, in bytes. Default 1024. */
  readonly compressFrom?: number;
  /** Checksums of bodies that a client sends and asks for. They are checked wherever they come. Default: none. */
  readonly checksum?: ChecksumName;
  /** How busy a server is, for clients that ask with the header `load`. Default: it does not say. */
  readonly load?: (metric: string) => number;
  /** What a client calls itself. Default `seapink`. */
  readonly agent?: string;
}

/** All of them, as a connection uses them. */
export interface Settings {
  readonly protocols: ProtocolIds;
  readonly metadata: "compact" | "binary";
  readonly keepAliveMs: number;
  readonly window: StreamWindow;
  readonly creditTimeoutMs: number;
  readonly chunkTimeoutMs: number;
  readonly compressions: Compressions;
  readonly compressFrom: number;
  readonly checksum: ChecksumName | undefined;
  readonly load: ((metric: string) => number) | undefined;
  readonly agent: string;
}

/** @throws TypeError or RangeError for what cannot be meant */
export function settingsOf(options: Partial<RocketOptions> = {}): Settings {
  const given: unknown = options.protocols;
  checkProtocols(given);
  const { keepAliveMs = 30_000, creditTimeoutMs = 300_000, chunkTimeoutMs = Number.POSITIVE_INFINITY } = options;
  const { compressFrom = 1024, metadata = "compact", compression = [], agent = "seapink" } = options;
  const window = { ...defaultWindow, ...options.window };
  const positive = { keepAliveMs, creditTimeoutMs, chunkTimeoutMs, compressFrom, ...prefixed("window", window) };
  for (const [name, value] of Object.entries(positive)) {
    if (!(typeof value === "number" && value > 0))
      throw new RangeError(`${name}: expected a number above 0, got ${String(value)}`);
  }
  if (metadata !== "compact" && metadata !== "binary")
    throw new RangeError(`metadata: expected compact or binary, got ${String(metadata)}`);
  const { checksum, load } = options;
  const protocols = new ProtocolIds([...given]);
  const compressions = new Compressions(compression);
  const times = { keepAliveMs, creditTimeoutMs, chunkTimeoutMs };
  return { protocols, metadata, window, compressions, compressFrom, checksum, load, agent, ...times };
}

function prefixed(name: string, values: object): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [`${name}.${key}`, value]));
}
