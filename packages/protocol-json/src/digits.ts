import { Byte } from "./bytes.ts";

/** Two digits for each number below 100. */
const tens = Uint8Array.from({ length: 100 }, (_, i) => Byte.zero + Math.floor(i / 10));
const ones = Uint8Array.from({ length: 100 }, (_, i) => Byte.zero + (i % 10));

/** Writes a safe integer in decimal, and returns where it ends: at most 17 bytes later. */
export function writeInteger(value: number, bytes: Uint8Array, at: number): number {
  if (value >= 0 && value < 10) {
    bytes[at] = Byte.zero + value;
    return at + 1;
  }
  if (value >= 0) return writePositive(value, bytes, at);
  bytes[at] = Byte.minus;
  return writePositive(-value, bytes, at + 1);
}

const billion = 1_000_000_000;

// Only what is below a billion is divided as integers of 32 bits, which is several times faster.
function writePositive(value: number, bytes: Uint8Array, at: number): number {
  if (value < billion) return writeSmall(value | 0, digitCount(value | 0), bytes, at);
  const high = Math.floor(value / billion);
  const middle = writeSmall(high | 0, digitCount(high | 0), bytes, at);
  return writeSmall((value - high * billion) | 0, 9, bytes, middle);
}

/** Writes so many digits of a number below a billion. */
function writeSmall(value: number, count: number, bytes: Uint8Array, at: number): number {
  let rest = value;
  let i = at + count;
  while (i - at >= 2) {
    const quotient = (rest / 100) | 0;
    const pair = rest - quotient * 100;
    bytes[--i] = ones[pair] as number;
    bytes[--i] = tens[pair] as number;
    rest = quotient;
  }
  if (i > at) bytes[at] = Byte.zero + rest;
  return at + count;
}

function digitCount(value: number): number {
  if (value < 10_000) return value < 100 ? (value < 10 ? 1 : 2) : value < 1000 ? 3 : 4;
  if (value < 1_000_000) return value < 100_000 ? 5 : 6;
  return value < 10_000_000 ? 7 : value < 100_000_000 ? 8 : 9;
}

/** Writes a thousandth of an integer of 32 bits that has a fraction, without zeros at its end; at most 12 bytes. */
export function writeThousandths(value: number, bytes: Uint8Array, at: number): number {
  let position = at;
  if (value < 0) bytes[position++] = Byte.minus;
  const positive = Math.abs(value);
  const whole = Math.floor(positive / 1000);
  const fraction = positive - whole * 1000;
  position = writeInteger(whole, bytes, position);
  bytes[position++] = Byte.dot;
  const hundredths = (fraction / 10) | 0;
  bytes[position++] = tens[hundredths] as number;
  if (fraction % 100 === 0) return position;
  bytes[position++] = ones[hundredths] as number;
  if (fraction % 10 === 0) return position;
  bytes[position++] = Byte.zero + (fraction % 10);
  return position;
}

/** Writes a few characters that are ASCII, and returns where they end. */
export function writeAscii(text: string, bytes: Uint8Array, at: number): number {
  for (let i = 0; i < text.length; i++) bytes[at + i] = text.charCodeAt(i);
  return at + text.length;
}
