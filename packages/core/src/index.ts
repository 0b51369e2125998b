/**
 * The contracts that every other package of Seapink is built on: calls and handlers, lanes, dialects and protocols;
 * with the bytes, limits and errors that they share.
 */
export {
  ApplicationError,
  type ApplicationErrorCode,
  type ApplicationErrorOptions,
  codeOfWire,
  isApplicationError,
  wireCodeOf,
} from "./application-error.ts";
export { messageTooLong, tooDeep, tooManyElements } from "./beyond-limit.ts";
export { BoundedReader } from "./bounded-reader.ts";
export { AfterValue, BoundedScanner } from "./bounded-scanner.ts";
export { ByteReader, ViewCache } from "./byte-reader.ts";
export { ByteWriter } from "./byte-writer.ts";
export type { Call, CallKind, Filter, Handler, Reply } from "./call.ts";
export { checkSize } from "./check-size.ts";
export type { Channel } from "./channel.ts";
export { type Conversation, type Detection, type Dialect, maxDetectBytes } from "./dialect.ts";
export type { Compression } from "./compression.ts";
export { copyStruct } from "./copy-struct.ts";
export { derive } from "./derive.ts";
export { discard } from "./discard.ts";
export {
  decodeMessage,
  encodeMessage,
  type Message,
  type MessageOptions,
  sequenceId,
  withSequenceId,
} from "./encode-message.ts";
export { type HeaderMap, noHeaders } from "./headers.ts";
export type { Lane, LaneInfo, LaneListener } from "./lane.ts";
export { defaultLimits, type Limits, limits } from "./limits.ts";
export { isMessageType, type MessageHead, MessageType } from "./message.ts";
export { allocate } from "./native.ts";
export { now } from "./now.ts";
export type { Body, DeclaredException, Items, Payload, Writable } from "./payload.ts";
export { isProtocolError, ProtocolError, type ProtocolErrorCode } from "./protocol-error.ts";
export {
  fieldId,
  fieldType,
  type Protocol,
  type ProtocolReader,
  type ProtocolWriter,
  type Scanner,
} from "./protocol.ts";
export type { Interaction, Scope } from "./scope.ts";
export { report } from "./report.ts";
export { systemError } from "./system-error.ts";
export { isThriftError, ThriftError, type ThriftErrorOptions } from "./thrift-error.ts";
export { alarm, deadlines, Expiring, TimerWheel } from "./timer-wheel.ts";
export { isTransportError, TransportError, type TransportErrorCode } from "./transport-error.ts";
export { isUuid, readUuid, writeUuid } from "./uuid.ts";
export { isWireType, WireType, wireTypeName } from "./wire-type.ts";
export { describeValue, wrongValue } from "./wrong-value.ts";
