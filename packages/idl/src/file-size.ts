import { IdlError } from "./idl-error.ts";

const encoder = new TextEncoder();

/** @throws IdlError for a text that has more bytes as UTF-8. */
export function checkSize(file: string, text: string, most: number): void {
  const { length } = text;
  // A UTF-16 unit takes from one to three bytes.
  if (length * 3 > most && (length > most || encoder.encode(text).length > most)) throw tooLarge(file, most);
}

export function tooLarge(file: string, most: number): IdlError {
  return new IdlError("limit", `expected at most ${most} bytes in a file, got more in ${file}`, { file });
}
