import type { StreamSubject } from "./stream-subject.ts";

/** Who is measured, ours first: by what is streamed, and then by name. */
const subjects: Readonly<Record<StreamKind, readonly StreamEntry[]>> = {
  file: [
    { name: "seapink rocket", load: async () => (await import("./file-read.ts")).fileRead },
    { name: "net pipeline", load: async () => (await import("./net-pipeline.ts")).netPipeline },
  ],
  items: [
    { name: "seapink rocket", load: async () => (await import("./item-stream.ts")).itemStream },
    { name: "net length-prefixed", load: async () => (await import("./net-length-prefixed.ts")).netLengthPrefixed },
  ],
};

export type StreamKind = "file" | "items";

interface StreamEntry {
  readonly name: string;
  /** Loaded in the processes of the subject alone. */
  readonly load: () => Promise<StreamSubject>;
}

export function streamSubjects(kind: StreamKind): readonly string[] {
  return subjects[kind].map(({ name }) => name);
}

/** @throws RangeError for a name that none has. */
export async function loadStreamSubject(kind: string | undefined, name: string | undefined): Promise<StreamSubject> {
  const entries = kind === "file" || kind === "items" ? subjects[kind] : [];
  const entry = entries.find((candidate) => candidate.name === name);
  if (entry === undefined) throw new RangeError(`no such subject: ${name}`);
  return await entry.load();
}
