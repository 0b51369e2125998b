import { type ByteWriter, defaultLimits, type Limits, ProtocolError } from "@seapink/core";
import { type MetadataEncoding, metadataProtocols } from "../metadata/metadata-protocols.ts";
import { readMetadata } from "../metadata/read-metadata.ts";
import { type SetupMetadata, setupMetadata } from "../metadata/setup-metadata.ts";
import { u16At, u24At, u32At } from "./big-endian.ts";
import { Flag, FrameType } from "./frame-type.ts";
import { readFrame } from "./read-frame.ts";
import {
  areRocketMimes,
  encodingOf,
  metadataMimes,
  payloadMime,
  protocolKey,
  refuse,
  withoutKey,
} from "./setup-rules.ts";
import { u24Bytes, writeU24 } from "./u24.ts";
import { agreedVersion } from "./version.ts";

/** A SETUP frame as it came. */
export interface SetupFrame {
  readonly major: number;
  readonly minor: number;
  readonly keepAliveMs: number;
  readonly maxLifetimeMs: number;
  readonly metadataMime: string;
  readonly dataMime: string;
  /** A view of the frame. */
  readonly metadata: Uint8Array;
}

/** What it means in Rocket. */
export interface Setup {
  readonly keepAliveMs: number;
  readonly maxLifetimeMs: number;
  readonly metadata: SetupMetadata;
  /** Of the metadata of requests, responses and items, in both directions. */
  readonly encoding: MetadataEncoding;
}

/** From this version on both MIME types must be Rocket's. */
const versionOfMimes = 9;

/**
 * Reads SETUP, without the length before it.
 * @throws ProtocolError for another frame, or one that is cut
 */
export function readSetup(bytes: Uint8Array): SetupFrame {
  const { streamId, type, flags, data } = readFrame(bytes);
  if (type !== FrameType.setup) refuse("the type of SETUP", String(type));
  if (streamId !== 0) refuse("stream 0", String(streamId));
  const parts = new Parts(data);
  const major = u16At(data, parts.take(2));
  const minor = u16At(data, parts.take(2));
  const keepAliveMs = u32At(data, parts.take(4));
  const maxLifetimeMs = u32At(data, parts.take(4));
  if ((flags & Flag.resume) !== 0) parts.take(u16At(data, parts.take(2)));
  const metadataMime = parts.mime();
  const dataMime = parts.mime();
  const size = (flags & Flag.metadata) === 0 ? 0 : u24At(data, parts.take(u24Bytes));
  const at = parts.take(size);
  return { major, minor, keepAliveMs, maxLifetimeMs, metadataMime, dataMime, metadata: data.subarray(at, at + size) };
}

class Parts {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** Steps over so many bytes and returns where they began. */
  take(size: number): number {
    const at = this.#at;
    const left = this.#bytes.length - at;
    if (size > left) {
      throw new ProtocolError("invalid_data", `expected ${size} more bytes of SETUP, got ${left}`, { offset: at });
    }
    this.#at = at + size;
    return at;
  }

  /** ASCII behind its length in one byte. */
  mime(): string {
    const size = this.#bytes[this.take(1)] as number;
    const at = this.take(size);
    return String.fromCharCode(...this.#bytes.subarray(at, at + size));
  }
}

/**
 * What SETUP means, after every rule that a server has for it.
 * @throws ProtocolError that says what was expected, for the peer to be told
 */
export function readSetupMetadata(setup: SetupFrame, limits: Limits): Setup {
  const { keepAliveMs, maxLifetimeMs, metadataMime, dataMime, major, minor } = setup;
  if (major !== 1 || minor !== 0) refuse("version 1.0", `${major}.${minor}`);
  if (keepAliveMs === 0 || maxLifetimeMs === 0) refuse("times above 0 ms", `${keepAliveMs} and ${maxLifetimeMs}`);
  const encoding = encodingOf(metadataMime);
  const areRockets = areRocketMimes(metadataMime, dataMime);
  const bytes = withoutKey(setup.metadata, areRockets);
  const metadata = readMetadata(setupMetadata, metadataProtocols[encoding], bytes, limits);
  const version = agreedVersion(metadata);
  if (version >= versionOfMimes && !areRockets)
    refuse(`the MIME types of Rocket for version ${version}`, `${metadataMime} and ${dataMime}`);
  return { keepAliveMs, maxLifetimeMs, metadata, encoding };
}

/** Writes SETUP as a client of ours sends it, without the length before it. */
export function writeSetup(out: ByteWriter, setup: Setup): void {
  const { keepAliveMs, maxLifetimeMs, metadata, encoding } = setup;
  out.i32(0);
  u16(out, (FrameType.setup << 10) | Flag.metadata);
  u16(out, 1);
  u16(out, 0);
  out.i32(keepAliveMs);
  out.i32(maxLifetimeMs);
  mime(out, metadataMimes[encoding]);
  mime(out, payloadMime);
  const length = out.length;
  for (let i = 0; i < u24Bytes; i++) out.u8(0);
  out.i32(protocolKey);
  setupMetadata.write(metadataProtocols[encoding].writer(out, defaultLimits), metadata);
  writeU24(out.bytes, out.start + length, out.length - length - u24Bytes);
}

function u16(out: ByteWriter, value: number): void {
  out.u8(value >>> 8);
  out.u8(value);
}

function mime(out: ByteWriter, type: string): void {
  out.u8(type.length);
  for (let i = 0; i < type.length; i++) out.u8(type.charCodeAt(i));
}
