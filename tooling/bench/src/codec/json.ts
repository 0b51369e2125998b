import { type Subject, subject } from "./subject.ts";
import { type WorkloadName, workloads } from "./workloads.ts";

/** `JSON` to bytes and back. */
export function json(workload: WorkloadName): Subject {
  return subject(
    ownValue(workload),
    (value) => Buffer.from(JSON.stringify(value)),
    (bytes) => JSON.parse(bytes.toString()) as unknown,
  );
}

// A map is an object, and binary a string of base64.
function ownValue(workload: WorkloadName): unknown {
  if (workload === "map") return { counts: Object.fromEntries(workloads.map.counts) };
  if (workload === "binary") return { data: Buffer.from(workloads.binary.data).toString("base64") };
  return workloads[workload];
}
