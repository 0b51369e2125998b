import { expect, test } from "vitest";
import { runStreams } from "../../src/stream/run-streams.ts";

const few = { rounds: 1, warmUps: 1 };

test.each([
  [{ name: "read", kind: "file", amount: 3_000_001, ...few }, "MiB/s", ["seapink rocket", "net pipeline"]],
  [{ name: "items", kind: "items", amount: 1001, ...few }, "items/s", ["seapink rocket", "net length-prefixed"]],
] as const)("%o: a rate and the memory of both sides for each subject", async (workload, metric, subjects) => {
  const said: string[] = [];
  const rows = await runStreams(workload, (text) => said.push(text));
  expect(rows.map((row) => [row.workload, row.subject, row.metric, row.unit])).toEqual(
    subjects.flatMap((subject) => [
      [workload.name, subject, metric, metric],
      [workload.name, subject, "peak RSS client", "MiB"],
      [workload.name, subject, "peak RSS server", "MiB"],
    ]),
  );
  for (const row of rows.filter((each) => each.metric === metric)) expect(row.value).toBeGreaterThan(0);
  expect(said).toContain(`${workload.name}: warming up, seapink rocket`);
  expect(said.at(-1)).toBe(`${workload.name}: round 1 of 1, ${subjects[1]}`);
});
