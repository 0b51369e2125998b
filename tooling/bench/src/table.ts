import { type Bench, betterOf, type Metric, type Row } from "./bench.ts";

type Baselines = Pick<Bench, "baselines" | "baselineOf">;

/** The rows as text: a table for each workload, each figure with its ratio to each baseline and to the best peer. */
export function formatTable(rows: readonly Row[], baselines: Baselines): string {
  const workloads = [...new Set(rows.map((row) => row.workload))];
  return workloads
    .map((name) =>
      formatWorkload(
        name,
        rows.filter((row) => row.workload === name),
        baselines,
      ),
    )
    .join("\n\n");
}

function formatWorkload(name: string, rows: readonly Row[], baselines: Baselines): string {
  const subjects = [...new Set(rows.map((row) => row.subject))];
  const metrics = [...new Set(rows.map((row) => row.metric))];
  const references = referencesOf(subjects, baselines);
  const columns = metrics.map((metric) => column(metric, rows, subjects, references));
  return align([
    [name, ...columns.flatMap((c) => c.head)],
    ...subjects.map((s, i) => [s, ...columns.flatMap((c) => c.cells[i] ?? [])]),
  ]);
}

/** What figures are compared with. */
interface Reference {
  readonly name: string;
  readonly value: (subject: string, rows: readonly Row[], metric: Metric) => number | undefined;
}

function referencesOf(subjects: readonly string[], { baselines, baselineOf }: Baselines): readonly Reference[] {
  const present = baselines.filter((name) => baselineOf !== undefined || subjects.includes(name));
  const ofBaselines = present.map((name): Reference => {
    return { name, value: (subject, rows) => valueOf(rows, baselineOf?.(subject) ?? name) };
  });
  if (!subjects.some(isPeer)) return ofBaselines;
  return [...ofBaselines, { name: "best peer", value: (_, rows, metric) => best(rows, metric) }];
}

interface Column {
  readonly head: readonly string[];
  readonly cells: readonly (readonly string[])[];
}

function column(
  metric: Metric,
  rows: readonly Row[],
  subjects: readonly string[],
  references: readonly Reference[],
): Column {
  const own = rows.filter((row) => row.metric === metric);
  const unit = own[0]?.unit ?? "";
  const head = unit === metric ? metric : `${metric} ${unit}`;
  if (metric === "size") return { head: [head], cells: subjects.map((s) => [number(valueOf(own, s), unit)]) };
  return {
    head: [head, ...references.map(({ name }) => `× ${name}`)],
    cells: subjects.map((s) => {
      const value = valueOf(own, s);
      return [number(value, unit), ...references.map((r) => ratio(metric, value, r.value(s, own, metric)))];
    }),
  };
}

function valueOf(rows: readonly Row[], subject: string): number | undefined {
  return rows.find((row) => row.subject === subject)?.value;
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

// A bare copy or socket is no peer but what the machine can do.
function isPeer(subject: string): boolean {
  return !subject.startsWith("seapink") && subject !== "copy" && !subject.startsWith("net ");
}

const fractionDigits: ReadonlyMap<string, number> = new Map([
  ["ms", 3],
  ["MB/s", 2],
  ["MiB", 1],
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
