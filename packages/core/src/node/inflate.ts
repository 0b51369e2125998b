import { constants } from "node:buffer";
import { ProtocolError } from "../protocol-error.ts";

/** What Node's synchronous functions tell with `info`. */
interface Inflated {
  readonly buffer: Uint8Array<ArrayBuffer>;
  readonly engine: { readonly bytesWritten: number };
}

/** Runs one of Node's functions under a cap, and tells its failures as ours. */
export function inflate(
  name: string,
  bytes: Uint8Array,
  maxBytes: number,
  run: (options: { readonly maxOutputLength: number; readonly info: true }) => unknown,
): Uint8Array<ArrayBuffer> {
  const maxOutputLength = Math.max(1, Math.min(Math.floor(maxBytes), constants.MAX_LENGTH));
  const { buffer, engine } = told(name, maxBytes, () => run({ maxOutputLength, info: true }) as Inflated);
  if (buffer.length > maxBytes) tooLong(name, maxBytes);
  const rest = bytes.length - engine.bytesWritten;
  if (rest === 0) return plain(buffer);
  throw new ProtocolError("invalid_data", `expected ${name} and nothing behind it, got ${rest} more bytes`, {
    offset: engine.bytesWritten,
  });
}

function told<T>(name: string, maxBytes: number, run: () => T): T {
  try {
    return run();
  } catch (cause) {
    if (cause instanceof RangeError) tooLong(name, maxBytes);
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ProtocolError("invalid_data", `expected ${name}, got other bytes: ${reason}`, { cause, offset: 0 });
  }
}

function tooLong(name: string, maxBytes: number): never {
  throw new ProtocolError("size_limit", `expected ${name} of at most ${maxBytes} bytes, got more`, { offset: 0 });
}

/** A `Buffer` as what it is to others. */
export function plain(buffer: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
}

/** @throws RangeError */
export function checkLevel(level: number | undefined, least: number, most: number): void {
  if (level === undefined || (Number.isInteger(level) && level >= least && level <= most)) return;
  throw new RangeError(`level: expected an integer from ${least} to ${most}, got ${String(level)}`);
}
