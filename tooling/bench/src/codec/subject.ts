import type { WorkloadName } from "./workloads.ts";

/**
 * A codec with one value, each as its users have them: `encode` returns bytes that stay valid, `decode` the objects that
 * the codec makes.
 */
export interface Subject {
  encode(): Uint8Array;
  decode(bytes: Uint8Array): unknown;
  /** Every field of what was decoded, where some are not properties of it. Not measured. */
  allFields?(decoded: unknown): unknown;
}

/** Makes the subject for a workload. */
export type SubjectFactory = (workload: WorkloadName) => Subject;

/** A codec with one value of its own form. */
export function subject<T, B extends Uint8Array>(
  value: T,
  encode: (value: T) => B,
  decode: (bytes: B) => unknown,
): Subject {
  return { encode: () => encode(value), decode: (bytes: B) => decode(bytes) };
}
