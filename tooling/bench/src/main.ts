import { parseArgs } from "node:util";
import type { Bench } from "./bench.ts";
import { progressOn } from "./progress.ts";
import { formatTable } from "./table.ts";

const benches: ReadonlyMap<string, () => Promise<Bench>> = new Map([
  ["codec", async () => (await import("./codec/codec-bench.ts")).codecBench],
  ["idl", async () => (await import("./idl/idl-bench.ts")).idlBench],
  ["rpc", async () => (await import("./rpc/rpc-bench.ts")).rpcBench],
  ["stream", async () => (await import("./stream/stream-bench.ts")).streamBench],
]);

const usage = `usage: pnpm bench ${[...benches.keys()].join("|")} [--json] [--only WORKLOAD]`;

const options = {
  help: { type: "boolean", short: "h", default: false },
  json: { type: "boolean", default: false },
  only: { type: "string" },
} as const;

function parsed(
  args: readonly string[],
): ReturnType<typeof parseArgs<{ allowPositionals: true; options: typeof options }>> {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (cause) {
    throw new RangeError(cause instanceof Error ? `${cause.message}\n${usage}` : usage, { cause });
  }
}

async function main(args: readonly string[]): Promise<void> {
  const { values, positionals } = parsed(args);
  if (values.help) {
    process.stdout.write(`${usage}\n`);
    return;
  }
  const load = benches.get(positionals[0] ?? "");
  if (load === undefined || positionals.length > 1) throw new RangeError(usage);
  const bench = await load();
  if (values.only !== undefined && !bench.workloads.includes(values.only)) {
    throw new RangeError(`no such workload: ${values.only}; there are ${bench.workloads.join(", ")}`);
  }
  const progress = progressOn(process.stderr);
  const rows = await bench.run({ only: values.only, progress: progress.show });
  progress.clear();
  process.stdout.write(`${values.json ? JSON.stringify(rows) : formatTable(rows, bench)}\n`);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
