import type { Bench, BenchOptions, Row } from "../bench.ts";
import { median } from "../median.ts";
import { SubjectChild } from "./subject-child.ts";
import { subjects } from "./subjects.ts";
import { type WorkloadName, workloadNames } from "./workloads.ts";

const rounds = 9;

/** Parsing of IDL. The subjects take turns, so that a busy moment meets all of them. */
export const idlBench: Bench = {
  workloads: workloadNames,
  baselines: ["thriftrw"],
  async run({ only, progress }) {
    const rows: Row[] = [];
    for (const workload of workloadNames.filter((name) => only === undefined || name === only)) {
      rows.push(...(await runWorkload(workload, progress)));
    }
    return rows;
  },
};

async function runWorkload(workload: WorkloadName, progress: BenchOptions["progress"]): Promise<readonly Row[]> {
  const children: SubjectChild[] = [];
  try {
    // One after another: each warms up before it is ready.
    for (const { name } of subjects) {
      progress(`${workload}: making ready, ${name}`);
      const child = new SubjectChild(name, workload);
      children.push(child);
      await child.definitions();
    }
    const speeds = children.map((): number[] => []);
    for (let round = 1; round <= rounds; round++) {
      for (const [i, child] of children.entries()) {
        progress(`${workload}: round ${round} of ${rounds}, ${child.subject}`);
        speeds[i]?.push(await child.megabytesPerSecond());
      }
    }
    return children.map(({ subject }, i): Row => {
      return { workload, subject, metric: "MB/s", value: median(speeds[i] ?? []), unit: "MB/s" };
    });
  } finally {
    await Promise.all(children.map((child) => child.end()));
  }
}
