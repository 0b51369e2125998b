import { Byte } from "./bytes.ts";

/** Writes an integer of at most 32 bits in decimal, and returns where it ends: at most 11 bytes later. */
export function writeDigits(value: number, bytes: Uint8Array, at: number): number {
  if (value >= 0 && value < 10) {
    bytes[at] = Byte.zero + value;
    return at + 1;
  }
  return writeMore(value, bytes, at);
}

function writeMore(value: number, bytes: Uint8Array, at: number): number {
  let rest = value;
  if (value < 0) {
    bytes[at++] = Byte.minus;
    rest = -value;
  }
  const end = at + digitCount(rest);
  // Unsigned, since the smallest of 32 bits has no positive twin among the signed.
  for (let i = end - 1; i >= at; i--) {
    const tenth = Math.floor(rest / 10);
    bytes[i] = Byte.zero + (rest - tenth * 10);
    rest = tenth;
  }
  return end;
}

function digitCount(value: number): number {
  if (value < 100_000) return value < 100 ? (value < 10 ? 1 : 2) : value < 1000 ? 3 : value < 10_000 ? 4 : 5;
  if (value < 10_000_000) return value < 1_000_000 ? 6 : 7;
  return value < 100_000_000 ? 8 : value < 1_000_000_000 ? 9 : 10;
}

/** Writes a few characters that are ASCII, and returns where they end. */
export function writeAscii(text: string, bytes: Uint8Array, at: number): number {
  for (let i = 0; i < text.length; i++) bytes[at + i] = text.charCodeAt(i);
  return at + text.length;
}

/** Writes a safe integer. */
export function writeSafeInteger(value: number, bytes: Uint8Array, at: number): number {
  if ((value | 0) === value) return writeDigits(value, bytes, at);
  if (value < 0) bytes[at++] = Byte.minus;
  const rest = Math.abs(value);
  const high = Math.floor(rest / 1e9);
  if (high === 0) return writeDigits(rest, bytes, at);
  const middle = writeDigits(high, bytes, at);
  let low = rest - high * 1e9;
  for (let i = middle + 8; i >= middle; i--) {
    const tenth = Math.floor(low / 10);
    bytes[i] = Byte.zero + (low - tenth * 10);
    low = tenth;
  }
  return middle + 9;
}
