import type { Size } from "./size.ts";

const columns = ["minified", "gzip", "brotli"] as const;
const tolerance = 0.02;

/** The table of the README, in its formatting. */
export function tableOf(sizes: ReadonlyMap<string, Size>): string {
  const rows = [...sizes].map(([name, size]) => [name, ...columns.map((column) => kilobytes(size[column]))]);
  return aligned([["In a bundle", ...columns], ...rows]);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

// Numbers stand at the right, as their heads do.
function aligned([head = [], ...rows]: readonly (readonly string[])[]): string {
  const widths = head.map((cell, column) => Math.max(cell.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const rule = widths.map((width, column) => (column === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`));
  const pad = (cell: string, column: number): string =>
    column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0);
  return [head, rule, ...rows].map((row) => `| ${row.map(pad).join(" | ")} |\n`).join("");
}

/** The sizes that a text's table tells, in bytes; what is no number is `NaN`. */
export function sizesIn(text: string): Map<string, Size> {
  const rows = [...tableIn(text).matchAll(/^\| (.*?) *\| *(\S+) kB \| *(\S+) kB \| *(\S+) kB \|$/gm)];
  return new Map(
    rows.map(([, name = "", ...cells]) => {
      const [minified = NaN, gzip = NaN, brotli = NaN] = cells.map((cell) => Number(cell) * 1000);
      return [name, { minified, gzip, brotli }];
    }),
  );
}

/** A text with another table of sizes in the place of its own. */
export function withTable(text: string, table: string): string {
  return text.replace(tableIn(text), () => table);
}

function tableIn(text: string): string {
  const [table] = /^\| In a bundle .*\n(?:\|.*\n)*/m.exec(text) ?? [];
  if (table === undefined) throw new Error('expected a table that begins with "In a bundle", got none');
  return table;
}

/** Rejects sizes that a text does not tell, or tells wrong by more than a fiftieth. */
export function checkSizes(text: string, sizes: ReadonlyMap<string, Size>): void {
  const told = sizesIn(text);
  const names = new Set([...told.keys(), ...sizes.keys()]);
  const wrong = [...names].filter((name) => !isNear(told.get(name), sizes.get(name)));
  if (wrong.length === 0) return;
  throw new Error(
    `expected the README to tell the sizes within 2 % (pnpm size --write), got others of: ${wrong.join(", ")}`,
  );
}

function isNear(told: Size | undefined, measured: Size | undefined): boolean {
  if (told === undefined || measured === undefined) return false;
  return columns.every((column) => Math.abs(told[column] - measured[column]) <= tolerance * measured[column]);
}
