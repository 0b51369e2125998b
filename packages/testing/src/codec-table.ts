import { expect, test } from "vitest";
import { expectCode } from "./expect-code.ts";
import { bytes, hex } from "./hex.ts";

/** A pair of functions, and what they must do. */
export interface CodecTable<T> {
  encode(value: T): Uint8Array;
  decode(bytes: Uint8Array): T;
  /** Values and their bytes, in hexadecimal (see `bytes`). */
  readonly ok: readonly (readonly [value: T, hex: string])[];
  /** What must not be encoded, with the code of the error. */
  readonly badValues?: readonly (readonly [value: unknown, code: string])[];
  /** What must not be decoded, with the code of the error. */
  readonly badBytes?: readonly (readonly [hex: string, code: string])[];
  /** Bytes that are accepted, though another form of them is written. */
  readonly alsoDecodes?: readonly (readonly [hex: string, value: T])[];
}

/** Registers a test for each row: both directions, both round trips, every truncation, and each refusal. */
export function codecTable<T>(name: string, table: CodecTable<T>): void {
  for (const [index, [value, text]] of table.ok.entries()) {
    test(`${name}: writes and reads ${label(text, index)}`, () => checkRow(table, value, bytes(text)));
  }
  for (const [text, value] of table.alsoDecodes ?? []) {
    test(`${name}: reads ${label(text, 0)}`, () => expect(table.decode(bytes(text))).toStrictEqual(value));
  }
  for (const [index, [value, code]] of (table.badValues ?? []).entries()) {
    // The cast is the point: types would not let it through.
    test(`${name}: refuses bad value ${index} with ${code}`, () => expectCode(() => table.encode(value as T), code));
  }
  for (const [index, [text, code]] of (table.badBytes ?? []).entries()) {
    const refuse = (): void => expectCode(() => table.decode(bytes(text)), code);
    test(`${name}: refuses ${label(text, index)} with ${code}`, refuse);
  }
}

function checkRow<T>(table: CodecTable<T>, value: T, encoded: Uint8Array): void {
  expect(hex(table.encode(value))).toBe(hex(encoded));
  expect(table.decode(encoded)).toStrictEqual(value);
  expect(table.decode(table.encode(value))).toStrictEqual(value);
  expect(hex(table.encode(table.decode(encoded)))).toBe(hex(encoded));
}

/** The first line of the hexadecimal text with its comment, which says what the row is about. */
function label(text: string, index: number): string {
  const line = text.trim().split("\n")[0] as string;
  return line === "" ? `row ${index}` : line.slice(0, 80);
}
