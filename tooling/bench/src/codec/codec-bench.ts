import type { Bench, BenchOptions, Row } from "../bench.ts";
import { median } from "../median.ts";
import { SubjectChild } from "./subject-child.ts";
import { subjects } from "./subjects.ts";
import { type WorkloadName, workloadNames } from "./workloads.ts";

/** Many short ones, so that a busy moment spoils few. The one before the first warms up, and is thrown away. */
const rounds = 41;

/** Encoding and decoding of one struct. The subjects take turns, so that a busy moment meets all of them. */
export const codecBench: Bench = {
  workloads: workloadNames,
  baselines: ["thrift"],
  baselineOf,
  async run({ only, progress }) {
    const rows: Row[] = [];
    for (const workload of workloadNames.filter((name) => only === undefined || name === only)) {
      rows.push(...(await runWorkload(workload, progress)));
    }
    return rows;
  },
};

/** Apache's library in the same protocol; in binary for what has none of Thrift's. */
function baselineOf(subject: string): string {
  const protocol = ["compact", "json"].find((name) => subject.split(" ").includes(name));
  return `thrift ${protocol ?? "binary"}`;
}

async function runWorkload(workload: WorkloadName, progress: BenchOptions["progress"]): Promise<readonly Row[]> {
  const entries = subjects.filter((entry) => entry.workloads?.includes(workload) ?? true);
  const children = entries.map((entry) => new SubjectChild(entry.name, workload, entry.nodeOptions ?? []));
  try {
    const sizes: number[] = [];
    for (const child of children) sizes.push(await child.size());
    const times = children.map(() => ({ encode: [] as number[], decode: [] as number[] }));
    for (let round = 0; round <= rounds; round++) {
      for (const [i, child] of children.entries()) {
        progress(`${workload}: ${round === 0 ? "warming up" : `round ${round} of ${rounds}`}, ${child.subject}`);
        const { encode, decode } = await child.round();
        if (round === 0) continue;
        times[i]?.encode.push(encode);
        times[i]?.decode.push(decode);
      }
    }
    return children.flatMap(({ subject }, i): Row[] => [
      { workload, subject, metric: "encode", value: median(times[i]?.encode ?? []), unit: "ns" },
      { workload, subject, metric: "decode", value: median(times[i]?.decode ?? []), unit: "ns" },
      { workload, subject, metric: "size", value: sizes[i] ?? 0, unit: "B" },
    ]);
  } finally {
    await Promise.all(children.map((child) => child.end()));
  }
}
