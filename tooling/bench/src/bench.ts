/** One figure of one subject, as `--json` prints it. */
export interface Row {
  /** What is moved: `media`; for calls also how many are in flight: `media x64`; of IDL, how much text: `5MB`; of streams, how much in all: `read 1 GiB`. */
  readonly workload: string;
  /** Ours begin with `seapink`; a peer's with the name of its package. */
  readonly subject: string;
  readonly metric: Metric;
  readonly value: number;
  readonly unit: "ns" | "B" | "calls/s" | "ms" | "MB/s" | "MiB/s" | "items/s" | "MiB";
}

/** What is measured, and which way is better. */
export const betterOf = {
  encode: "less",
  decode: "less",
  size: "less",
  "calls/s": "more",
  "MB/s": "more",
  "MiB/s": "more",
  "items/s": "more",
  p50: "less",
  p99: "less",
  /** How far the memory of a process has grown while it worked. */
  "peak RSS client": "less",
  "peak RSS server": "less",
} as const;

export type Metric = keyof typeof betterOf;

export interface BenchOptions {
  /** The only workload to run. */
  readonly only: string | undefined;
  /** Says what is under way, for whoever watches. */
  readonly progress: (text: string) => void;
}

/** One benchmark: `pnpm bench NAME`. Ours and the peers move the same values in one run. */
export interface Bench {
  readonly workloads: readonly string[];
  /** The subjects that the others are compared with in the table, where they take part, besides the fastest peer. */
  readonly baselines: readonly string[];
  /** Where each is compared with another: which. `baselines` is then the name of what they have in common. */
  readonly baselineOf?: (subject: string) => string;
  run(options: BenchOptions): Promise<readonly Row[]>;
}
