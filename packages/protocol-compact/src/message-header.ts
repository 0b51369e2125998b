import { isMessageType, type Limits, type MessageType, ProtocolError } from "@seapink/core";
import type { Variant } from "./variant.ts";

/** The first byte of a message (§ message); the second has the version in its lower bits, the type in its upper ones. */
export const protocolId = 0x82;
export const versionMask = 0x1f;
export const typeShift = 5;

const owners: Readonly<Record<number, string>> = { 1: "Apache's", 2: "fbthrift's" };

export function checkProtocolId(id: number, offset: number): void {
  if (id === protocolId) return;
  const got = `0x${id.toString(16).padStart(2, "0")}`;
  throw new ProtocolError("bad_version", `expected a compact message to begin with 0x82, got ${got}`, { offset });
}

/** The message type in the second byte, whose version must be the variant's. */
export function checkVersionAndType(byte: number, { version }: Variant, offset: number): MessageType {
  const got = byte & versionMask;
  if (got !== version) {
    const message = `expected version ${nameOf(version)} of the compact protocol, got ${nameOf(got)}`;
    throw new ProtocolError("bad_version", message, { offset });
  }
  const type = byte >> typeShift;
  if (isMessageType(type)) return type;
  throw new ProtocolError("invalid_data", `expected a message type from 1 to 4, got ${type}`, { offset });
}

function nameOf(version: number): string {
  const owner = owners[version];
  return owner === undefined ? `${version}` : `${version} (${owner})`;
}

export function checkNameSize(size: number, limits: Limits, offset: number): number {
  const most = limits.maxMethodNameBytes;
  if (size <= most) return size;
  throw new ProtocolError("size_limit", `expected a method's name of at most ${most} bytes, got ${size}`, { offset });
}
