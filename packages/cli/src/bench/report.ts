import type { Tally } from "./tally.ts";

/** What was asked for, to be shown beside what came of it. */
export interface Setup {
  readonly method: string;
  readonly address: string;
  readonly inFlight: number;
  readonly connections: number;
  readonly rate: number | undefined;
}

const percents = [50, 90, 99, 99.9] as const;

/** A table for people. */
export function tableOf(setup: Setup, tally: Tally): string {
  const rows = [
    ...totals(tally),
    ...latencies(tally),
    ...counts("exception", tally.exceptions),
    ...counts("error", tally.errors),
  ];
  if (tally.unfinished > 0) rows.push(["unfinished", String(tally.unfinished)]);
  const [nameWidth, valueWidth] = [0, 1].map((column) =>
    Math.max(...rows.map((row) => (row[column] as string).length)),
  );
  const lines = rows.map(([name, value, unit = ""]) =>
    `  ${name.padEnd(nameWidth as number)}  ${value.padStart(valueWidth as number)} ${unit}`.trimEnd(),
  );
  return [titleOf(setup, tally), ...lines].join("\n");
}

type Row = readonly [name: string, value: string, unit?: string];

function titleOf({ method, address, inFlight, connections, rate }: Setup, { seconds }: Tally): string {
  const pace = rate === undefined ? "" : `, ${rate} calls/s wanted`;
  const plural = connections === 1 ? "" : "s";
  return `${method} at ${address}: ${inFlight} in flight on ${connections} connection${plural}${pace}, ${seconds.toFixed(1)} s`;
}

function totals({ answered, items, seconds }: Tally): Row[] {
  const rows: Row[] = [
    ["calls", String(answered)],
    ["calls/s", perSecond(answered, seconds).toFixed(1)],
  ];
  if (items > 0) rows.push(["items", String(items)], ["items/s", perSecond(items, seconds).toFixed(1)]);
  return rows;
}

function latencies({ latency }: Tally): Row[] {
  if (latency.count === 0) return [];
  const rows = percents.map((percent): Row => [`p${percent}`, latency.percentileMs(percent).toFixed(3), "ms"]);
  return [...rows, ["max", latency.maxMs.toFixed(3), "ms"]];
}

function counts(what: string, map: ReadonlyMap<string, number>): Row[] {
  return Array.from(map, ([name, count]) => [`${what} ${name}`, String(count)]);
}

/** One line of JSON for programs. */
export function jsonOf(setup: Setup, tally: Tally): string {
  const { answered, results, items, seconds, latency, unfinished } = tally;
  const atPercents = percents.map((percent) => [`p${percent}`, rounded(latency.percentileMs(percent))] as const);
  return JSON.stringify({
    ...setup,
    seconds: rounded(seconds),
    calls: answered,
    callsPerSecond: rounded(perSecond(answered, seconds)),
    results,
    items,
    latencyMs: latency.count === 0 ? {} : { ...Object.fromEntries(atPercents), max: rounded(latency.maxMs) },
    exceptions: Object.fromEntries(tally.exceptions),
    errors: Object.fromEntries(tally.errors),
    unfinished,
  });
}

function perSecond(count: number, seconds: number): number {
  return seconds === 0 ? 0 : count / seconds;
}

function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
