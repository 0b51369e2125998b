import { isDeepStrictEqual } from "node:util";

/** One thing to try between the library and ours. */
export interface FrameCase {
  readonly name: string;
  /** Rejects with what was wrong. */
  run(): Promise<void>;
}

/** @throws Error that says what was expected */
export function same(what: string, got: unknown, expected: unknown): void {
  if (isDeepStrictEqual(got, expected)) return;
  throw new Error(`${what}: expected ${show(expected)}, got ${show(got)}`);
}

function show(value: unknown): string {
  return value instanceof Error ? String(value) : (JSON.stringify(value)?.slice(0, 100) ?? String(value));
}

/** Rejects if it takes too long. */
export async function within<T>(ms: number, what: string, promise: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error(`expected ${what} within ${ms} ms`)), ms);
  try {
    return await Promise.race([promise, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

export function delay(ms: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, ms));
}
