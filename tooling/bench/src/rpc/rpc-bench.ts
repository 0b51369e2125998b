import type { Bench, BenchOptions, Row } from "../bench.ts";
import { median } from "../median.ts";
import type { Round } from "./drive.ts";
import { EchoPair } from "./echo-pair.ts";
import { echoSubjects } from "./echo-subjects.ts";

/** Odd, so that a median is a round that was measured. */
const rounds = 7;
const roundMs = 700;
const warmUpMs = 2_000;

/** Calls in flight, all on one connection. */
const inFlight: Readonly<Record<string, number>> = { "media x1": 1, "media x64": 64, "media x256": 256 };

/** Calls of an echo over TCP. The subjects take turns, so that a busy moment meets all of them. */
export const rpcBench: Bench = {
  workloads: Object.keys(inFlight),
  baselines: ["thrift binary", "seapink framed binary"],
  async run({ only, progress }) {
    const rows: Row[] = [];
    for (const [workload, calls] of Object.entries(inFlight)) {
      if (only === undefined || only === workload) rows.push(...(await runWorkload(workload, calls, progress)));
    }
    return rows;
  },
};

async function runWorkload(
  workload: string,
  calls: number,
  progress: BenchOptions["progress"],
): Promise<readonly Row[]> {
  const pairs = echoSubjects.map(({ name }) => new EchoPair(name, calls));
  try {
    for (const pair of pairs) await pair.ready();
    for (const pair of pairs) {
      progress(`${workload}: warming up, ${pair.subject}`);
      await pair.round(warmUpMs);
    }
    const results = pairs.map((): Round[] => []);
    for (let round = 1; round <= rounds; round++) {
      for (const [i, pair] of pairs.entries()) {
        progress(`${workload}: round ${round} of ${rounds}, ${pair.subject}`);
        results[i]?.push(await pair.round(roundMs));
      }
    }
    return pairs.flatMap(({ subject }, i) => rowsOf(workload, subject, results[i] ?? []));
  } finally {
    await Promise.all(pairs.map((pair) => pair.end()));
  }
}

function rowsOf(workload: string, subject: string, results: readonly Round[]): readonly Row[] {
  const middle = (key: keyof Round): number => median(results.map((round) => round[key]));
  return [
    { workload, subject, metric: "calls/s", value: middle("callsPerSecond"), unit: "calls/s" },
    { workload, subject, metric: "p50", value: middle("p50"), unit: "ms" },
    { workload, subject, metric: "p99", value: middle("p99"), unit: "ms" },
  ];
}
