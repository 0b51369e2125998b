import { type Subject, subject } from "./subject.ts";
import { workloads } from "./workloads.ts";

/** A copy of the bytes, both ways: what no codec can beat. */
export function copy(): Subject {
  return subject(
    workloads.binary.data,
    (value) => value.slice(),
    (bytes) => ({ data: bytes.slice() }),
  );
}
