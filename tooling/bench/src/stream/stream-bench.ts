import type { Bench, Row } from "../bench.ts";
import { runStreams, type StreamWorkload } from "./run-streams.ts";

/** Odd, so that a median is a round that was measured. */
const workloads: readonly StreamWorkload[] = [
  { name: "read 1 GiB", kind: "file", amount: 1_073_741_824, rounds: 3, warmUps: 0 },
  { name: "items 100 B x 1M", kind: "items", amount: 1_000_000, rounds: 5, warmUps: 1 },
];

/** Streams over TCP, of few large items and of many small ones, beside sockets that do the same and nothing else. */
export const streamBench: Bench = {
  workloads: workloads.map(({ name }) => name),
  baselines: ["net pipeline", "net length-prefixed"],
  async run({ only, progress }) {
    const rows: Row[] = [];
    for (const workload of workloads) {
      if (only === undefined || only === workload.name) rows.push(...(await runStreams(workload, progress)));
    }
    return rows;
  },
};
