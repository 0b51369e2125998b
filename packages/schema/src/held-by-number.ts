import { wrongValue } from "@seapink/core";

/** What is expected of an i64 that is a number. */
export const heldByNumber = "an i64 that a number can hold";

/** The number that an i64 is written as which is read as one: a bigint beyond 2^53 could be written, and not be read. */
export function i64NumberOf(value: unknown): number {
  // Writers check numbers themselves.
  if (typeof value !== "bigint") return value as number;
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : wrongValue(heldByNumber, value);
}
