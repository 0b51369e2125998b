import { isMessageType, type Limits, type MessageType, ProtocolError } from "@seapink/core";
import { Byte } from "./bytes.ts";

/** The first element of every message. */
export const version = 1;

/** How every message begins: the version, and the quote before the name. Whitespace may be in between. */
export const beginning: readonly number[] = [Byte.openBracket, Byte.one, Byte.comma, Byte.quote];

export function failVersion(got: string, offset: number): never {
  throw new ProtocolError("bad_version", `expected a JSON message to begin with [1,", got ${got}`, { offset });
}

export function failNameSize(limits: Limits, offset: number): never {
  const message = `expected a method's name of at most ${limits.maxMethodNameBytes} bytes, got a longer one`;
  throw new ProtocolError("size_limit", message, { offset });
}

export function checkMessageType(type: number, offset: number): MessageType {
  if (isMessageType(type)) return type;
  throw new ProtocolError("invalid_data", `expected a message type from 1 to 4, got ${type}`, { offset });
}
