/**
 * The bytes of hex digits in pairs, with spaces, colons, commas, lines, `0x` and comments from `#` on between them;
 * `undefined` for any other text.
 */
export function bytesOfHex(text: string): Uint8Array | undefined {
  const digits = text
    .replaceAll(/#[^\n]*/g, "")
    .replaceAll(/\b0x/gi, "")
    .replaceAll(/[\s:,]/g, "");
  if (digits === "" || digits.length % 2 !== 0 || /[^0-9a-f]/i.test(digits)) return undefined;
  return new Uint8Array(Buffer.from(digits, "hex"));
}
