/** The characters that JSON is made of. */
export const Byte = {
  tab: 0x09,
  lineFeed: 0x0a,
  return: 0x0d,
  space: 0x20,
  quote: 0x22,
  comma: 0x2c,
  minus: 0x2d,
  dot: 0x2e,
  zero: 0x30,
  one: 0x31,
  colon: 0x3a,
  openBracket: 0x5b,
  backslash: 0x5c,
  closeBracket: 0x5d,
  u: 0x75,
  openBrace: 0x7b,
  closeBrace: 0x7d,
} as const;

/** What may stand between tokens. */
export function isWhitespace(byte: number): boolean {
  return byte === Byte.space || byte === Byte.lineFeed || byte === Byte.return || byte === Byte.tab;
}

export function isDigit(byte: number): boolean {
  return byte >= Byte.zero && byte <= Byte.zero + 9;
}

export function isLetter(byte: number): boolean {
  return (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
}

/** A byte for a message: as a character, where it is one. */
export function describeByte(byte: number | undefined): string {
  if (byte === undefined) return "the end of the bytes";
  if (byte === Byte.quote) return "'\"'";
  return byte > 0x20 && byte < 0x7f ? `"${String.fromCharCode(byte)}"` : `byte 0x${byte.toString(16).padStart(2, "0")}`;
}
