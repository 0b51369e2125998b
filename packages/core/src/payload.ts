import type { HeaderMap } from "./headers.ts";
import type { ProtocolWriter } from "./protocol.ts";

/**
 * The bytes of one struct, to pass on as they are, or a value that writes itself in place. Bytes are never reused by
 * whoever hands them over, and must not be changed by whoever receives them. Only the application, which they end at,
 * may get a view of them where a value is large: whoever keeps bytes for another reading (a cache) keeps a copy.
 */
export type Body = Uint8Array | Writable;

/**
 * A value that writes itself. It may be asked more than once (a retry), and gives the same bytes each time. If `write`
 * throws, the dialect cuts its output back to where this message began, and sends nothing of it.
 */
export interface Writable {
  write(writer: ProtocolWriter): void;
}

/** A declared exception, as far as the wire tells about it without the IDL. */
export interface DeclaredException {
  readonly name: string | undefined;
  readonly message: string | undefined;
}

/** A struct on its way: arguments, a result, one item of a stream. */
export interface Payload {
  readonly headers: HeaderMap;
  readonly body: Body;
  /** Set when the struct is a result that holds a declared exception; some dialects say so on the wire. */
  readonly exception: DeclaredException | undefined;
}

/**
 * One half of a conversation: a single consumer pulls; `return()` cancels this half and is never owed an answer. The
 * value that ends the iteration is the trailers. An item is a struct with field 0. One that writes itself is written
 * before the next one is asked for, since its source may reuse memory then: whoever keeps it keeps what it has written.
 */
export type Items = AsyncIterable<Payload, HeaderMap | void>;
