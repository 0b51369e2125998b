import type { EchoSubject } from "./echo-subject.ts";

interface EchoEntry {
  readonly name: string;
  /** Loaded in the processes of the subject alone. */
  readonly load: () => Promise<EchoSubject>;
}

/** Who is measured, ours first. */
export const echoSubjects: readonly EchoEntry[] = [
  { name: "seapink framed binary", load: async () => (await import("./seapink.ts")).seapinkFramed },
  { name: "seapink rocket binary", load: async () => (await import("./seapink.ts")).seapinkRocketBinary },
  { name: "seapink rocket compact", load: async () => (await import("./seapink.ts")).seapinkRocketCompact },
  { name: "thrift binary", load: async () => (await import("./thrift.ts")).thriftBinary },
  { name: "grpc-js", load: async () => (await import("./grpc.ts")).grpc },
  { name: "net echo", load: async () => (await import("./net-echo.ts")).netEcho },
  { name: "net echo coalesced", load: async () => (await import("./net-echo.ts")).netEchoCoalesced },
];

/** @throws RangeError for a name that none has. */
export async function loadEchoSubject(name: string | undefined): Promise<EchoSubject> {
  const entry = echoSubjects.find((candidate) => candidate.name === name);
  if (entry === undefined) throw new RangeError(`no such subject: ${name}`);
  return await entry.load();
}
