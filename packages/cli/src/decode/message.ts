import { defaultLimits, type MessageHead, MessageType } from "@seapink/core";
import { enumType, field, string, struct, type Fieldset } from "@seapink/schema";
import { bestType } from "./best-struct.ts";
import { BrokenBytes, reading } from "./broken-bytes.ts";
import type { Names } from "./names.ts";
import type { ProtocolName } from "./kinds.ts";
import { messageProtocol, protocols } from "./protocols.ts";
import { readFields } from "./read-struct.ts";
import { offsetIn, type Part, part, type Region, slice, structNode } from "./tree.ts";

const kinds: ReadonlyMap<number, string> = new Map(Object.entries(MessageType).map(([name, type]) => [type, name]));

/** Thrift RPC, § TApplicationException. */
const codes = {
  UNKNOWN: 0,
  UNKNOWN_METHOD: 1,
  INVALID_MESSAGE_TYPE: 2,
  WRONG_METHOD_NAME: 3,
  BAD_SEQUENCE_ID: 4,
  MISSING_RESULT: 5,
  INTERNAL_ERROR: 6,
  PROTOCOL_ERROR: 7,
  INVALID_TRANSFORM: 8,
  INVALID_PROTOCOL: 9,
  UNSUPPORTED_CLIENT_TYPE: 10,
};
const systemError = struct("TApplicationException", [
  field(1, "message", string),
  field(2, "type", enumType("TApplicationExceptionType", codes)),
]);

/** How to read messages. */
export interface Reading {
  readonly names: Names;
  /** Of messages, if it is not to be found by looking at each. */
  readonly protocol: ProtocolName | undefined;
  /** Takes what is to be said of the whole, each thing once. */
  readonly notes: Set<string>;
}

/**
 * Reads a message, and returns where it ends.
 * @throws BrokenBytes
 */
export function readMessage(region: Region, { names, protocol: forced }: Reading, parts: Part[]): number {
  const protocol = forced ?? messageProtocol(region.bytes);
  if (protocol === undefined) {
    throw new BrokenBytes("expected a message in binary, compact or JSON, got other bytes", offsetIn(region, 0));
  }
  return reading(region, () => {
    const reader = protocols[protocol].reader(region.bytes, defaultLimits);
    const head = reader.messageBegin();
    const made = messagePart(offsetIn(region, 0), head, protocol, names);
    parts.push(made);
    const type = typeOf(region, { head, at: reader.offset, protocol, names });
    made.struct = structNode(type);
    readFields({ reader, region }, made.struct, type);
    reader.messageEnd();
    return reader.offset;
  });
}

function messagePart(
  offset: number | undefined,
  { name, type, seqid }: MessageHead,
  protocol: ProtocolName,
  names: Names,
): Part {
  const kind = kinds.get(type) ?? String(type);
  const isUnknown = names.isKnown && names.methods(name).length === 0;
  const note = isUnknown ? ", which the IDL does not have" : "";
  const title = `${kind} ${JSON.stringify(name)}, sequence id ${seqid}, in ${protocol}${note}`;
  return part("message", offset, title, { kind, name, seqid, protocol });
}

interface Envelope {
  readonly head: MessageHead;
  readonly at: number;
  readonly protocol: ProtocolName;
  readonly names: Names;
}

/** What the struct in a message is: several services may have a method of that name. */
function typeOf(region: Region, { head, at, protocol, names }: Envelope): Fieldset | undefined {
  if (head.type === MessageType.exception) return systemError;
  const methods = names.methods(head.name);
  const types = methods.map((method) => (head.type === MessageType.reply ? method.result : method.args));
  return bestType(slice(region, at), protocols[protocol], types);
}
