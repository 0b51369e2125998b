const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const padding = 0x3d;
const none = 0xff;

const digits = Uint8Array.from(alphabet, (digit) => digit.charCodeAt(0));
const values = new Uint8Array(256).fill(none);
for (const [value, digit] of digits.entries()) values[digit] = value;
/** Two digits at once, for twelve bits. */
const pairs = Uint16Array.from(
  { length: 4096 },
  (_, bits) => ((digits[bits >> 6] as number) << 8) | (digits[bits & 63] as number),
);

/** How many digits this many bytes take, without padding, as C++ and Java write them. */
export function base64Size(bytes: number): number {
  return Math.ceil((bytes * 4) / 3);
}

/** Writes bytes as base64 from `at` on. */
export function writeBase64(from: Uint8Array, to: DataView, at: number): void {
  const whole = from.length - (from.length % 3);
  let i = 0;
  for (; i < whole; i += 3, at += 4) {
    const bits = ((from[i] as number) << 16) | ((from[i + 1] as number) << 8) | (from[i + 2] as number);
    to.setUint16(at, pairs[bits >> 12] as number);
    to.setUint16(at + 2, pairs[bits & 4095] as number);
  }
  if (i === from.length) return;
  const bits = ((from[i] as number) << 10) | ((from[i + 1] ?? 0) << 2);
  to.setUint16(at, pairs[bits >> 6] as number);
  if (from.length - i === 2) to.setUint8(at + 2, digits[bits & 63] as number);
}

/** The bytes that base64 stands for, with padding or without; `undefined` if it is none. */
export function readBase64(from: Uint8Array, start: number, end: number): Uint8Array<ArrayBuffer> | undefined {
  const last = withoutPadding(from, start, end);
  const size = last - start;
  if ((size & 3) === 1) return undefined;
  const bytes = new Uint8Array((size >> 2) * 3 + Math.max(0, (size & 3) - 1));
  return decode(from, start, last, bytes) ? bytes : undefined;
}

// Padding is for the whole of four digits, or an ordinary character that is none.
function withoutPadding(from: Uint8Array, start: number, end: number): number {
  if (((end - start) & 3) !== 0 || end === start || from[end - 1] !== padding) return end;
  return from[end - 2] === padding ? end - 2 : end - 1;
}

function decode(from: Uint8Array, start: number, end: number, to: Uint8Array): boolean {
  // No digit has the highest bit, and what is none has it.
  let all = 0;
  let at = 0;
  let i = start;
  for (; i + 4 <= end; i += 4, at += 3) {
    const a = values[from[i] as number] as number;
    const b = values[from[i + 1] as number] as number;
    const c = values[from[i + 2] as number] as number;
    const d = values[from[i + 3] as number] as number;
    all |= a | b | c | d;
    to[at] = (a << 2) | (b >> 4);
    to[at + 1] = (b << 4) | (c >> 2);
    to[at + 2] = (c << 6) | d;
  }
  let bits = 0;
  for (; i < end; i++) {
    const value = values[from[i] as number] as number;
    all |= value;
    bits = (bits << 6) | value;
  }
  const left = to.length - at;
  if (left === 1) to[at] = bits >> 4;
  if (left === 2) {
    to[at] = bits >> 10;
    to[at + 1] = bits >> 2;
  }
  return all <= 0x3f;
}
