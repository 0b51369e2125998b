import type { Subject } from "./subject.ts";

interface SubjectEntry {
  readonly name: string;
  /** Loaded in the process that measures it, so that no parser meets another's code. */
  readonly load: () => Promise<Subject>;
}

/** Who is measured, ours first. */
export const subjects: readonly SubjectEntry[] = [
  { name: "seapink parse", load: async () => (await import("./seapink.ts")).seapinkParse },
  { name: "seapink parse and link", load: async () => (await import("./seapink.ts")).seapinkLink },
  { name: "thriftrw", load: async () => (await import("./thriftrw.ts")).thriftrw },
  { name: "@creditkarma/thrift-parser", load: async () => (await import("./creditkarma.ts")).creditkarma },
];
