import { checkProtocols } from "@seapink/conversation";
import type { Compression, Protocol } from "@seapink/core";
import { Compressions } from "./compression/compressions.ts";
import type { ChecksumName } from "./checksum/checksum.ts";
import { ProtocolIds } from "./payloads/protocol-ids.ts";
import {
  checkAgent,
  checkCompressions,
  checkLoad,
  checkObject,
  checkOneOf,
  checkPositive,
  checkWhole,
} from "./check-options.ts";
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
  checkObject("options", options);
  const { protocols: given, window = {}, compression = [] } = options;
  const { metadata = "compact", checksum, load, agent = "seapink", compressFrom = 1024 } = options;
  const protocols: unknown = given;
  checkProtocols(protocols);
  checkCompressions(compression);
  checkWhole("compressFrom", compressFrom, Number.MAX_SAFE_INTEGER);
  checkOneOf("metadata", metadata, ["compact", "binary"]);
  if (checksum !== undefined) checkOneOf("checksum", checksum, ["crc32c", "xxh3"]);
  checkLoad(load);
  checkAgent(agent);
  return {
    protocols: new ProtocolIds([...protocols]),
    compressions: new Compressions(compression),
    window: windowOf(window),
    ...timesOf(options),
    metadata,
    compressFrom,
    checksum,
    load,
    agent,
  };
}

function timesOf(
  options: Partial<RocketOptions>,
): Pick<Settings, "keepAliveMs" | "creditTimeoutMs" | "chunkTimeoutMs"> {
  const { keepAliveMs = 30_000, creditTimeoutMs = 300_000, chunkTimeoutMs = Number.POSITIVE_INFINITY } = options;
  const times = { keepAliveMs, creditTimeoutMs, chunkTimeoutMs };
  for (const [name, value] of Object.entries(times)) checkPositive(name, value);
  return times;
}

/** The largest n that can be asked for. */
const mostItems = 0x7fff_ffff;

function windowOf(given: Partial<StreamWindow>): StreamWindow {
  checkObject("window", given);
  const { initialItems = defaultWindow.initialItems, items = defaultWindow.items, bytes = defaultWindow.bytes } = given;
  // With the first ones, the first response is asked for.
  checkWhole("window.initialItems", initialItems, mostItems - 1);
  checkWhole("window.items", items, mostItems - 1);
  checkPositive("window.bytes", bytes);
  return { initialItems, items, bytes };
}
