import { isMessageType, type Limits, type MessageType, ProtocolError } from "@seapink/core";

/** The first word of a strict message without its type (§ message). The lower half's first byte is not used. */
export const strictVersion = 0x8001_0000;

/** The sign bit of the first word tells the strict form from the old one, which begins with the name's length. */
export function checkFirstWord(word: number, acceptOld: boolean, offset: number): void {
  if (acceptOld && word >= 0) return;
  if (word >>> 16 === strictVersion >>> 16) return;
  const got = `0x${(word >>> 0).toString(16).padStart(8, "0")}`;
  throw new ProtocolError("bad_version", `expected a binary message to begin with 0x8001, got ${got}`, { offset });
}

export function checkNameSize(size: number, limits: Limits, offset: number): number {
  if (size < 0) {
    throw new ProtocolError("negative_size", `expected the length of a method's name, got ${size}`, { offset });
  }
  const most = limits.maxMethodNameBytes;
  if (size > most) {
    throw new ProtocolError("size_limit", `expected a method's name of at most ${most} bytes, got ${size}`, { offset });
  }
  return size;
}

export function checkMessageType(type: number, offset: number): MessageType {
  if (isMessageType(type)) return type;
  throw new ProtocolError("invalid_data", `expected a message type from 1 to 4, got ${type}`, { offset });
}
