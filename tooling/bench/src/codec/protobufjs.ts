import protobuf from "protobufjs";
import { fixture, structNames } from "./fixture.ts";
import { type Subject, subject } from "./subject.ts";
import { type WorkloadName, workloads } from "./workloads.ts";

/** `protobufjs` with the code that it generates at run time, and int64 as numbers, its fastest way. */
export function protobufjs(workload: WorkloadName): Subject {
  // Without `Long` it reads int64 as numbers. The declared type does not allow for the documented `null`.
  Object.assign(protobuf.util, { Long: null });
  protobuf.configure();
  const type = protobuf.parse(fixture("workloads.proto")).root.lookupType(structNames[workload]);
  const both = subject(
    type.create(ownValue(workload)),
    (value) => type.encode(value).finish(),
    (bytes) => type.decode(bytes),
  );
  // Zeros are not on the wire, and are read through the prototype.
  return { ...both, allFields: (message: protobuf.Message) => type.toObject(message, { defaults: true }) };
}

// Its maps are objects.
function ownValue(workload: WorkloadName): object {
  return workload === "map" ? { counts: Object.fromEntries(workloads.map.counts) } : workloads[workload];
}
