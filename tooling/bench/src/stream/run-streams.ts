import type { BenchOptions, Row } from "../bench.ts";
import { median } from "../median.ts";
import { withServedFile } from "./served-file.ts";
import { StreamPair } from "./stream-pair.ts";
import { type StreamKind, streamSubjects } from "./stream-subjects.ts";

export interface StreamWorkload {
  readonly name: string;
  readonly kind: StreamKind;
  /** How much is streamed in a round: bytes of a file, or items. */
  readonly amount: number;
  readonly rounds: number;
  /** How many rounds come before the first that counts. */
  readonly warmUps: number;
}

const mebibyte = 1_048_576;

/** Streams the same through all subjects. They take turns, so that a busy moment meets all of them. */
export async function runStreams(
  workload: StreamWorkload,
  progress: BenchOptions["progress"],
): Promise<readonly Row[]> {
  const { name, kind, amount } = workload;
  progress(`${name}: making ready`);
  return await withServedFile(kind === "file" ? amount : 0, async (folder) => {
    const pairs: StreamPair[] = [];
    try {
      for (const subject of streamSubjects(kind)) pairs.push(await StreamPair.of(kind, subject, folder));
      const times = await takeTurns(workload, pairs, progress);
      return pairs.flatMap((pair, i) => rowsOf(workload, pair, times[i] ?? []));
    } finally {
      await Promise.all(pairs.map((pair) => pair.end()));
    }
  });
}

async function takeTurns(
  { name, amount, rounds, warmUps }: StreamWorkload,
  pairs: readonly StreamPair[],
  progress: BenchOptions["progress"],
): Promise<readonly (readonly number[])[]> {
  const times = pairs.map((): number[] => []);
  for (let round = 1 - warmUps; round <= rounds; round++) {
    for (const [i, pair] of pairs.entries()) {
      progress(`${name}: ${round < 1 ? "warming up" : `round ${round} of ${rounds}`}, ${pair.subject}`);
      const { elapsedMs } = await pair.round(amount);
      if (round >= 1) times[i]?.push(elapsedMs);
    }
  }
  return times;
}

function rowsOf(
  { name, kind, amount }: StreamWorkload,
  { subject, growth }: StreamPair,
  times: readonly number[],
): Row[] {
  const perSecond = (1000 * amount) / median(times);
  const of = { workload: name, subject };
  return [
    kind === "file"
      ? { ...of, metric: "MiB/s", value: perSecond / mebibyte, unit: "MiB/s" }
      : { ...of, metric: "items/s", value: perSecond, unit: "items/s" },
    { ...of, metric: "peak RSS client", value: growth.client / mebibyte, unit: "MiB" },
    { ...of, metric: "peak RSS server", value: growth.server / mebibyte, unit: "MiB" },
  ];
}
