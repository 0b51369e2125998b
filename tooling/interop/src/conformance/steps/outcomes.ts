import { isApplicationError, isTransportError, type ThriftError } from "@seapink/core";
import type { UserExceptionFields } from "../shapes.ts";
import type { Suite } from "../suite.ts";

/** The items, and what they ended in if not in order. */
export interface Taken<T> {
  readonly items: readonly T[];
  readonly error: unknown;
}

export async function take<T>(source: AsyncIterable<T>): Promise<Taken<T>> {
  const items: T[] = [];
  try {
    for await (const item of source) items.push(item);
    return { items, error: undefined };
  } catch (error) {
    return { items, error };
  }
}

/** What a promise rejects with. */
export async function failure(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error("expected an error, got none");
}

/** The fields of a declared exception; anything else is thrown on. */
export function thrown({ UserException }: Pick<Suite, "UserException">, error: unknown): UserExceptionFields {
  if (error instanceof UserException) return { msg: error.msg };
  throw unexpected("a UserException", error);
}

/** What the other side said of an exception that is not declared. */
export function told(error: unknown): string {
  if (isApplicationError(error)) return error.message;
  throw unexpected("an error of the other side", error);
}

/** Whether it is we who waited no longer. */
export function isOurTimeout(error: unknown): error is ThriftError {
  return isTransportError(error) && error.code === "timed_out";
}

/** Whether the other side waited no longer. */
export function isTheirTimeout(error: unknown): error is ThriftError {
  return isApplicationError(error) && error.code === "timed_out";
}

/** Throws what a stream ended in, where it was to end in order. */
export function inOrder<T>({ items, error }: Taken<T>): readonly T[] {
  if (error !== undefined) throw error;
  return items;
}

function unexpected(what: string, cause: unknown): Error {
  const got = cause instanceof Error ? String(cause) : typeof cause;
  return new Error(`expected ${what}, got ${got}`, { cause });
}
