import { type Bench, betterOf, type Metric, type Row } from "./bench.ts";

type BaselineOf = NonNullable<Bench["baselineOf"]>;

/** The rows as text: a table for each workload, each figure with its ratio to the baseline and to the best peer. */
export function formatTable(rows: readonly Row[], baseline: string, baselineOf: BaselineOf = () => baseline): string {
  const workloads = [...new Set(rows.map((row) => row.workload))];
  return workloads
    .map((name) =>
      formatWorkload(
        name,
        rows.filter((row) => row.workload === name),
        baseline,
        baselineOf,
      ),
    )
    .join("\n\n");
}

function formatWorkload(name: string, rows: readonly Row[], baseline: string, baselineOf: BaselineOf): string {
  const subjects = [...new Set(rows.map((row) => row.subject))];
  const metrics = [...new Set(rows.map((row) => row.metric))];
  const columns = metrics.map((metric) => column(metric, rows, subjects, baseline, baselineOf));
  return align([
    [name, ...columns.flatMap((c) => c.head)],
    ...subjects.map((s, i) => [s, ...columns.flatMap((c) => c.cells[i] ?? [])]),
  ]);
}

interface Column {
  readonly head: readonly string[];
  readonly cells: readonly (readonly string[])[];
}

function column(
  metric: Metric,
  rows: readonly Row[],
  subjects: readonly string[],
  baseline: string,
  baselineOf: BaselineOf,
): Column {
  const own = rows.filter((row) => row.metric === metric);
  const valueOf = (subject: string): number | undefined => own.find((row) => row.subject === subject)?.value;
  const unit = own[0]?.unit ?? "";
  const head = unit === metric ? metric : `${metric} ${unit}`;
  if (metric === "size") return { head: [head], cells: subjects.map((s) => [number(valueOf(s), unit)]) };
  const referencesOf = (subject: string): (number | undefined)[] => [valueOf(baselineOf(subject)), best(own, metric)];
  return {
    head: [head, `× ${baseline}`, "× best peer"],
    cells: subjects.map((s) => [number(valueOf(s), unit), ...referencesOf(s).map((r) => ratio(metric, valueOf(s), r))]),
  };
}

/** How many times as good as the reference: above 1 is better, whichever way the metric goes. */
function ratio(metric: Metric, value: number | undefined, reference: number | undefined): string {
  if (value === undefined || reference === undefined) return "";
  return (betterOf[metric] === "less" ? reference / value : value / reference).toFixed(2);
}

function best(rows: readonly Row[], metric: Metric): number | undefined {
  const values = rows.filter((row) => isPeer(row.subject)).map((row) => row.value);
  if (values.length === 0) return undefined;
  return betterOf[metric] === "less" ? Math.min(...values) : Math.max(...values);
}

// A bare copy or echo is no peer but what the machine can do.
function isPeer(subject: string): boolean {
  return !subject.startsWith("seapink") && subject !== "copy" && !subject.startsWith("net echo");
}

const fractionDigits: ReadonlyMap<string, number> = new Map([
  ["ms", 3],
  ["MB/s", 2],
]);

function number(value: number | undefined, unit: string): string {
  if (value === undefined) return "";
  const digits = fractionDigits.get(unit);
  return digits === undefined ? Math.round(value).toLocaleString("en") : value.toFixed(digits);
}

function align(lines: readonly (readonly string[])[]): string {
  const widths = (lines[0] ?? []).map((_, i) => Math.max(...lines.map((line) => (line[i] ?? "").length)));
  const pad = (text: string, i: number): string =>
    i === 0 ? text.padEnd(widths[i] ?? 0) : text.padStart(widths[i] ?? 0);
  return lines.map((line) => line.map(pad).join("  ").trimEnd()).join("\n");
}
