import { Byte } from "./bytes.ts";

const simple = new Uint8Array(256);
for (const [escape, character] of ['""', "\\\\", "//", "b\b", "f\f", "n\n", "r\r", "t\t"]) {
  simple[(escape as string).charCodeAt(0)] = (character as string).charCodeAt(0);
}

/**
 * The bytes that JSON text stands for, which are never more than it has. Returns how many there are, or, for what is no
 * escape, -1 less its offset. A half of a surrogate pair is one, unless halves are replaced by U+FFFD.
 */
export function unescape(
  from: Uint8Array,
  start: number,
  end: number,
  to: Uint8Array,
  replacesHalves: boolean,
): number {
  let size = 0;
  for (let at = start; at < end;) {
    const byte = from[at] as number;
    if (byte !== Byte.backslash) {
      to[size++] = byte;
      at++;
    } else if (from[at + 1] === Byte.u) {
      const character = codePoint(from, at, end, replacesHalves);
      if (character < 0) return start - at - 1;
      at += character > 0xffff ? 12 : 6;
      size = writeCodePoint(character, to, size);
    } else {
      const character = at + 1 < end ? (simple[from[at + 1] as number] as number) : 0;
      if (character === 0) return start - at - 1;
      to[size++] = character;
      at += 2;
    }
  }
  return size;
}

function codePoint(from: Uint8Array, at: number, end: number, replacesHalves: boolean): number {
  const unit = hexUnit(from, at, end);
  if (unit < 0xd800 || unit > 0xdfff) return unit;
  const low =
    unit < 0xdc00 && from[at + 6] === Byte.backslash && from[at + 7] === Byte.u ? hexUnit(from, at + 6, end) : 0;
  if (low >= 0xdc00 && low <= 0xdfff) return 0x1_0000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
  return replacesHalves ? 0xfffd : -1;
}

/** The number in `\uXXXX`, or -1. */
function hexUnit(from: Uint8Array, at: number, end: number): number {
  if (at + 6 > end) return -1;
  let unit = 0;
  for (let i = at + 2; i < at + 6; i++) {
    const digit = Number.parseInt(String.fromCharCode(from[i] as number), 16);
    if (Number.isNaN(digit)) return -1;
    unit = (unit << 4) | digit;
  }
  return unit;
}

function writeCodePoint(point: number, to: Uint8Array, at: number): number {
  if (point < 0x80) {
    to[at] = point;
    return at + 1;
  }
  if (point < 0x800) {
    to[at] = 0xc0 | (point >> 6);
    to[at + 1] = 0x80 | (point & 0x3f);
    return at + 2;
  }
  if (point < 0x1_0000) {
    to[at] = 0xe0 | (point >> 12);
    to[at + 1] = 0x80 | ((point >> 6) & 0x3f);
    to[at + 2] = 0x80 | (point & 0x3f);
    return at + 3;
  }
  to[at] = 0xf0 | (point >> 18);
  to[at + 1] = 0x80 | ((point >> 12) & 0x3f);
  to[at + 2] = 0x80 | ((point >> 6) & 0x3f);
  to[at + 3] = 0x80 | (point & 0x3f);
  return at + 4;
}
