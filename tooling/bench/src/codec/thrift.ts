import { TBinaryProtocol, TBufferedTransport, TCompactProtocol, TFramedTransport, TJSONProtocol } from "thrift";
import types from "../../fixtures/workloads-types.cjs";
import { structNames } from "./fixture.ts";
import { type Subject, type SubjectFactory, subject } from "./subject.ts";
import { type WorkloadName, workloads } from "./workloads.ts";

const read = Symbol.for("read");
const write = Symbol.for("write");
const call = 1;

export const thriftBinary: SubjectFactory = (workload) => thrift(workload, TBinaryProtocol, false);
export const thriftCompact: SubjectFactory = (workload) => thrift(workload, TCompactProtocol, false);
/** In a message, since its reader takes nothing less. */
export const thriftJson: SubjectFactory = (workload) => thrift(workload, TJSONProtocol, true);

/** Apache's library with its compiler's structs: written through the transport of a connection, read from a frame. */
function thrift(workload: WorkloadName, Protocol: typeof TBinaryProtocol, inMessage: boolean): Subject {
  const Struct = types[structNames[workload]];
  let message: Buffer = Buffer.alloc(0);
  const transport = new TBufferedTransport(undefined, (flushed) => {
    message = flushed;
  });
  const output = new Protocol(transport);
  return subject(
    new Struct(ownValue(workload)),
    (value) => {
      if (inMessage) output.writeMessageBegin("m", call, 1);
      value[write]?.(output);
      if (inMessage) output.writeMessageEnd();
      output.flush();
      return message;
    },
    (bytes) => {
      const value = new Struct();
      const input = new Protocol(new TFramedTransport(bytes));
      if (inMessage) input.readMessageBegin();
      value[read]?.(input);
      if (inMessage) input.readMessageEnd();
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
