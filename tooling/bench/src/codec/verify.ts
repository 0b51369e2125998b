import { isDeepStrictEqual } from "node:util";
import { plain } from "./plain.ts";
import type { Subject } from "./subject.ts";
import { type WorkloadName, workloads } from "./workloads.ts";

/**
 * Encodes once, decodes, and compares with the workload's value; returns the bytes. They are compared with themselves
 * after another encode too, since bytes that the next call overwrites would be cheap, and of no use.
 */
export function verified(subject: Subject, workload: WorkloadName): Uint8Array {
  const bytes = subject.encode();
  const kept = Uint8Array.from(bytes);
  subject.encode();
  if (!isDeepStrictEqual(Uint8Array.from(bytes), kept)) throw new Error(`${workload}: encode reuses its output`);
  const decoded = subject.decode(bytes);
  const got = canonical(subject.allFields?.(decoded) ?? decoded);
  const expected = plain(workloads[workload]);
  if (!isDeepStrictEqual(got, expected)) {
    throw new Error(`${workload}: decode gave another value: ${JSON.stringify(got).slice(0, 200)}`);
  }
  return bytes;
}

const enumNumbers: Readonly<Record<string, number>> = { SMALL: 0, LARGE: 1, JAVA: 0, FLASH: 1 };

// Enums are names in some, and numbers in most.
function canonical(value: unknown): unknown {
  return JSON.parse(JSON.stringify(plain(value)), (_, item: unknown) =>
    typeof item === "string" && Object.hasOwn(enumNumbers, item) ? enumNumbers[item] : item,
  ) as unknown;
}
