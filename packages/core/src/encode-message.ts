import { ByteWriter } from "./byte-writer.ts";
import { defaultLimits, type Limits } from "./limits.ts";
import type { MessageHead } from "./message.ts";
import type { Body } from "./payload.ts";
import type { Protocol } from "./protocol.ts";

/** A whole message: Thrift's envelope and the struct in it, in the protocol of the message where it is bytes. */
export interface Message<B extends Body = Body> extends MessageHead {
  readonly body: B;
}

export interface MessageOptions {
  /** Default: `defaultLimits`. */
  readonly limits?: Limits;
}

/**
 * Encodes a whole message, without a frame.
 * @throws ProtocolError for a head or a body that does not fit.
 */
export function encodeMessage(message: Message, protocol: Protocol, options?: MessageOptions): Uint8Array<ArrayBuffer> {
  const { name, type, seqid, body } = message;
  const out = new ByteWriter(body instanceof Uint8Array ? body.length + 64 : 256);
  const writer = protocol.writer(out, limitsOf(options));
  writer.messageBegin(name, type, seqid);
  if (body instanceof Uint8Array) writer.raw(body);
  else body.write(writer);
  writer.messageEnd();
  return out.take();
}

/**
 * Decodes the envelope of a whole message. The body is a view of the bytes; what is in it is not looked at.
 * @throws ProtocolError
 */
export function decodeMessage(bytes: Uint8Array, protocol: Protocol, options?: MessageOptions): Message<Uint8Array> {
  const reader = protocol.reader(bytes, limitsOf(options));
  return { ...reader.messageBegin(), body: reader.messageBody() };
}

/** The sequence id of a whole message. */
export function sequenceId(message: Uint8Array, protocol: Protocol, options?: MessageOptions): number {
  return decodeMessage(message, protocol, options).seqid;
}

/** The same message with another sequence id, in bytes of its own. */
export function withSequenceId(
  message: Uint8Array,
  protocol: Protocol,
  seqid: number,
  options?: MessageOptions,
): Uint8Array<ArrayBuffer> {
  return encodeMessage({ ...decodeMessage(message, protocol, options), seqid }, protocol, options);
}

function limitsOf(options: MessageOptions | undefined): Limits {
  return options?.limits ?? defaultLimits;
}
