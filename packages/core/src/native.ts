import { ProtocolError } from "./protocol-error.ts";

/** Node's own ways with bytes, where there are any: they take a range, which saves a view for each string. */
interface NodeBytes {
  allocUnsafeSlow(size: number): Uint8Array<ArrayBuffer>;
  readonly prototype: {
    latin1Slice(this: Uint8Array, start: number, end: number): string;
    utf8Write(this: Uint8Array, value: string, at: number): number;
  };
}

const node = Reflect.get(globalThis, "Buffer") as NodeBytes | undefined;
const native = node?.prototype;
const encoder = new TextEncoder();
const strictDecoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const latin1Decoder = new TextDecoder("latin1");

/** Memory that need not be zeroed, with a buffer of its own. */
export function allocate(size: number): Uint8Array<ArrayBuffer> {
  return node === undefined ? new Uint8Array(size) : new Uint8Array(node.allocUnsafeSlow(size).buffer);
}

/** Bytes that are known to be ASCII as text. */
export const asciiSlice: (bytes: Uint8Array, start: number, end: number) => string =
  native === undefined
    ? (bytes, start, end) => latin1Decoder.decode(bytes.subarray(start, end))
    : (bytes, start, end) => native.latin1Slice.call(bytes, start, end);

/** Writes text as UTF-8 and returns the number of bytes. There must be room for three bytes per UTF-16 unit. */
export const utf8Write: (bytes: Uint8Array, value: string, at: number) => number =
  native === undefined
    ? (bytes, value, at) => encoder.encodeInto(value, bytes.subarray(at)).written
    : (bytes, value, at) => native.utf8Write.call(bytes, value, at);

/** How many bytes text takes as UTF-8; a lone surrogate counts three, as its replacement would. */
export function utf8Size(value: string): number {
  let size = value.length;
  for (let i = 0; i < value.length; i++) {
    const unit = value.charCodeAt(i);
    // Each half of a pair counts two.
    if (unit > 0x7f) size += unit < 0x800 || isPaired(value, i, unit) ? 1 : 2;
  }
  return size;
}

function isPaired(value: string, at: number, unit: number): boolean {
  if (unit < 0xd800 || unit > 0xdfff) return false;
  const other = value.charCodeAt(unit < 0xdc00 ? at + 1 : at - 1);
  return unit < 0xdc00 ? other >= 0xdc00 && other <= 0xdfff : other >= 0xd800 && other <= 0xdbff;
}

/** Bytes as text, strictly: what is not UTF-8 is refused, not replaced; a byte order mark is a character like others. */
export function utf8Read(bytes: Uint8Array, start: number, end: number, offset: number): string {
  try {
    return strictDecoder.decode(bytes.subarray(start, end));
  } catch (cause) {
    throw new ProtocolError("invalid_data", `expected UTF-8 in a string of ${end - start} bytes`, { cause, offset });
  }
}

/** Whether all bytes of the range are below 0x80. The last word may overlap the one before it, which saves a loop. */
export function isAscii(view: DataView, start: number, end: number): boolean {
  const last = end - 4;
  let bits = 0;
  let i = start;
  if (last < start) while (i < end) bits |= view.getInt8(i++);
  else bits = view.getInt32(last, true);
  for (; i < last; i += 4) bits |= view.getInt32(i, true);
  return (bits & 0x8080_8080) === 0;
}
