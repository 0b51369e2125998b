import { expect, test } from "vitest";
import type { Row } from "../src/bench.ts";
import { formatTable } from "../src/table.ts";

const rows: readonly Row[] = [
  { workload: "media x1", subject: "seapink", metric: "calls/s", value: 3000, unit: "calls/s" },
  { workload: "media x1", subject: "seapink", metric: "p50", value: 0.0254, unit: "ms" },
  { workload: "media x1", subject: "peer", metric: "calls/s", value: 1000, unit: "calls/s" },
  { workload: "media x1", subject: "peer", metric: "p50", value: 0.0508, unit: "ms" },
  { workload: "media x1", subject: "net echo", metric: "calls/s", value: 9000, unit: "calls/s" },
  { workload: "media x1", subject: "net echo", metric: "p50", value: 0.01, unit: "ms" },
];

test("says how many times as good as the baseline and the best peer each is, where an echo is no peer", () => {
  expect(formatTable(rows, { baselines: ["peer"] }).split("\n")).toEqual([
    "media x1  calls/s  × peer  × best peer  p50 ms  × peer  × best peer",
    "seapink     3,000    3.00         3.00   0.025    2.00         2.00",
    "peer        1,000    1.00         1.00   0.051    1.00         1.00",
    "net echo    9,000    9.00         9.00   0.010    5.08         5.08",
  ]);
});

test("compares each with its own baseline, where there are several", () => {
  const others = rows.filter((row) => row.metric === "calls/s" && row.subject !== "net echo");
  expect(formatTable(others, { baselines: ["itself"], baselineOf: (subject) => subject }).split("\n")).toEqual([
    "media x1  calls/s  × itself  × best peer",
    "seapink     3,000      1.00         3.00",
    "peer        1,000      1.00         1.00",
  ]);
});

test("compares all with several baselines, of which some may be missing, and with no peer where there is none", () => {
  const others = rows.filter((row) => row.metric === "calls/s" && row.subject !== "peer");
  expect(formatTable(others, { baselines: ["net echo", "peer", "seapink"] }).split("\n")).toEqual([
    "media x1  calls/s  × net echo  × seapink",
    "seapink     3,000        0.33       1.00",
    "net echo    9,000        1.00       3.00",
  ]);
});
