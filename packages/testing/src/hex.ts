/**
 * Bytes from hexadecimal digits, grouped by blanks, line ends and `|` as it reads best. From `#` to the end of its
 * line is a comment.
 * @throws RangeError for anything else than whole pairs of digits.
 */
export function bytes(text: string): Uint8Array<ArrayBuffer> {
  const digits = text.replaceAll(/#.*$|[\s|]/gm, "");
  if (!/^(?:[0-9a-f]{2})*$/i.test(digits)) throw new RangeError(`expected pairs of hexadecimal digits, got ${text}`);
  return Uint8Array.from({ length: digits.length / 2 }, (_, i) => Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16));
}

/** Bytes as hexadecimal digits in groups of four bytes, for failures that can be read. */
export function hex(bytes: Uint8Array): string {
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return digits.replaceAll(/.{8}(?=.)/g, "$& ");
}
