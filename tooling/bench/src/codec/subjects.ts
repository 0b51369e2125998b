import type { SubjectFactory } from "./subject.ts";
import type { WorkloadName } from "./workloads.ts";

interface SubjectEntry {
  readonly name: string;
  /** Loaded in the process that measures it, so that no codec meets another's code. */
  readonly load: () => Promise<SubjectFactory>;
  /** Options of Node for that process. */
  readonly nodeOptions?: readonly string[];
  /** Only for these; otherwise for all. */
  readonly workloads?: readonly WorkloadName[];
}

/** Who is measured, ours first. Without the right to make code from text ours falls back to closures by itself. */
export const subjects: readonly SubjectEntry[] = [
  { name: "seapink binary emitted", load: async () => (await import("./seapink-binary.ts")).seapinkBinary },
  {
    name: "seapink binary emitted bigint",
    load: async () => (await import("./seapink-binary.ts")).seapinkBinaryBigint,
  },
  {
    name: "seapink binary closures",
    load: async () => (await import("./seapink-binary.ts")).seapinkBinary,
    nodeOptions: ["--disallow-code-generation-from-strings"],
  },
  { name: "seapink compact", load: async () => (await import("./seapink-compact.ts")).seapinkCompact },
  { name: "seapink compact bigint", load: async () => (await import("./seapink-compact.ts")).seapinkCompactBigint },
  { name: "seapink json", load: async () => (await import("./seapink-json.ts")).seapinkJson },
  { name: "thrift binary", load: async () => (await import("./thrift.ts")).thriftBinary },
  { name: "thrift compact", load: async () => (await import("./thrift.ts")).thriftCompact },
  { name: "thrift json", load: async () => (await import("./thrift.ts")).thriftJson },
  { name: "thriftrw", load: async () => (await import("./thriftrw.ts")).thriftrw },
  { name: "protobufjs", load: async () => (await import("./protobufjs.ts")).protobufjs },
  { name: "msgpackr", load: async () => (await import("./msgpackr.ts")).msgpackr },
  { name: "avsc", load: async () => (await import("./avsc.ts")).avsc },
  { name: "JSON", load: async () => (await import("./json.ts")).json },
  { name: "copy", load: async () => (await import("./copy.ts")).copy, workloads: ["binary"] },
];
