const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const padding = 0x3d;
const none = 0xff;

const digits = Uint8Array.from(alphabet, (digit) => digit.charCodeAt(0));
const values = new Uint8Array(128).fill(none);
for (const [value, digit] of digits.entries()) values[digit] = value;
// Those that are safe in URLs are taken as well.
values[0x2d] = 62;
values[0x5f] = 63;

const ascii = new TextDecoder();

/** Bytes as base64, with padding. */
export function toBase64(from: Uint8Array): string {
  const to = new Uint8Array(Math.ceil(from.length / 3) * 4).fill(padding);
  for (let i = 0, at = 0; i < from.length; i += 3, at += 4) {
    const left = from.length - i;
    const bits = ((from[i] as number) << 16) | ((from[i + 1] ?? 0) << 8) | (from[i + 2] ?? 0);
    to[at] = digits[bits >> 18] as number;
    to[at + 1] = digits[(bits >> 12) & 63] as number;
    if (left > 1) to[at + 2] = digits[(bits >> 6) & 63] as number;
    if (left > 2) to[at + 3] = digits[bits & 63] as number;
  }
  return ascii.decode(to);
}

/** The bytes that base64 of either alphabet stands for, with padding or without; `undefined` if it is none. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  const size = sizeWithoutPadding(text);
  if ((size & 3) === 1) return undefined;
  const to = new Uint8Array((size >> 2) * 3 + Math.max(0, (size & 3) - 1));
  let bits = 0;
  let bitCount = 0;
  for (let i = 0, at = 0; i < size; i++) {
    const value = values[text.charCodeAt(i)] ?? none;
    if (value === none) return undefined;
    bits = (bits << 6) | value;
    bitCount += 6;
    if (bitCount < 8) continue;
    bitCount -= 8;
    to[at++] = bits >> bitCount;
    bits &= (1 << bitCount) - 1;
  }
  // What is left over of the last digit stands for nothing, and is zero unless something was cut off.
  return bits === 0 ? to : undefined;
}

// Padding fills up four digits, or is an ordinary character that is none.
function sizeWithoutPadding(text: string): number {
  if ((text.length & 3) !== 0 || !text.endsWith("=")) return text.length;
  return text.endsWith("==") ? text.length - 2 : text.length - 1;
}
