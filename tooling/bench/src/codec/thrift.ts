import { TBinaryProtocol, TBufferedTransport, TFramedTransport } from "thrift";
import types from "../../fixtures/workloads-types.cjs";
import { structNames } from "./fixture.ts";
import { type Subject, subject } from "./subject.ts";
import { type WorkloadName, workloads } from "./workloads.ts";

const read = Symbol.for("read");
const write = Symbol.for("write");

/** Apache's library with its compiler's structs: written through the transport of a connection, read from a frame. */
export function thriftBinary(workload: WorkloadName): Subject {
  const Struct = types[structNames[workload]];
  let message: Buffer = Buffer.alloc(0);
  const transport = new TBufferedTransport(undefined, (flushed) => {
    message = flushed;
  });
  const output = new TBinaryProtocol(transport);
  return subject(
    new Struct(ownValue(workload)),
    (value) => {
      value[write]?.(output);
      output.flush();
      return message;
    },
    (bytes) => {
      const value = new Struct();
      value[read]?.(new TBinaryProtocol(new TFramedTransport(bytes)));
      return value;
    },
  );
}

// Its maps are objects, its binary a Buffer.
function ownValue(workload: WorkloadName): object {
  if (workload === "map") return { counts: Object.fromEntries(workloads.map.counts) };
  if (workload === "binary") return { data: Buffer.from(workloads.binary.data) };
  return workloads[workload];
}
