import type { ByteWriter } from "@seapink/core";
import { Byte } from "./bytes.ts";

/**
 * By byte, how many more bytes its escape takes; and for the short escapes the letter. Nothing else is escaped: C++
 * refuses `\/`, and what is not ASCII goes as UTF-8.
 */
const growth = new Uint8Array(256).fill(5, 0, Byte.space);
const letters = new Uint8Array(256);
for (const escape of ['""', "\\\\", "\bb", "\ff", "\nn", "\rr", "\tt"]) {
  growth[escape.charCodeAt(0)] = 1;
  letters[escape.charCodeAt(0)] = escape.charCodeAt(1);
}

/** C++ and Java read no other digits. */
const hex = "0123456789abcdef";

/** Up to this length a loop over the characters beats the call into native code and a look at what it wrote. */
const shortText = 48;

/** Writes text in quotes. */
export function writeText(out: ByteWriter, value: string): void {
  const length = value.length;
  if (length > shortText) return writeAny(out, value);
  out.reserve(length + 2);
  const { bytes, position } = out;
  const first = position + 1;
  for (let i = 0; i < length; i++) {
    const unit = value.charCodeAt(i);
    if (unit > 0x7f || growth[unit] !== 0) return writeAny(out, value);
    bytes[first + i] = unit;
  }
  bytes[position] = Byte.quote;
  bytes[first + length] = Byte.quote;
  out.position = first + length + 1;
}

function writeAny(out: ByteWriter, value: string): void {
  const size = out.utf8(value, 1);
  out.bytes[out.position] = Byte.quote;
  out.position += 1 + size;
  const more = growthOf(out.bytes, out.position - size, out.position);
  out.reserve(more + 1);
  if (more > 0) escape(out.bytes, out.position - size, out.position, more);
  out.position += more;
  out.bytes[out.position++] = Byte.quote;
}

function growthOf(bytes: Uint8Array, start: number, end: number): number {
  let more = 0;
  for (let i = start; i < end; i++) more += growth[bytes[i] as number] as number;
  return more;
}

/** From back to front, so that what moves overwrites only what has moved. */
function escape(bytes: Uint8Array, start: number, end: number, more: number): void {
  let to = end + more;
  for (let i = end - 1; to > i + 1 && i >= start; i--) {
    const byte = bytes[i] as number;
    if (growth[byte] === 0) bytes[--to] = byte;
    else if (growth[byte] === 1) {
      bytes[--to] = letters[byte] as number;
      bytes[--to] = Byte.backslash;
    } else {
      bytes[--to] = hex.charCodeAt(byte & 15);
      bytes[--to] = hex.charCodeAt(byte >> 4);
      bytes[--to] = Byte.zero;
      bytes[--to] = Byte.zero;
      bytes[--to] = Byte.u;
      bytes[--to] = Byte.backslash;
    }
  }
}
