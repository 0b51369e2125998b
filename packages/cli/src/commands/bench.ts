import { exiting } from "@seapink/addresses/command";
import { addressForms } from "@seapink/addresses/notation";
import { type Command, InvalidArgumentError } from "commander";
import type { BenchRequest } from "../bench/run-bench.ts";
import { addCallOptions, type CallOptions, timeOption } from "../calling/call-options.ts";
import { addIdlOptions } from "../idl-options.ts";

const details = `
ADDRESS is one of ${addressForms}.
METHOD is Service.method, or method where only one service has it: one that answers with a result or a stream. JSON is an
object with the arguments by name, - to read it from standard input, to its end; without it, {}.

What ends in the warm-up is not counted. Latencies are those of calls that are answered by a result, by the last item of a
stream, or by a declared exception; with --rate they begin when the call was to be made, so that a server that lags behind
is seen to. Of calls that fail, the codes of errors are counted. A connection that is lost is opened again. An interrupt
ends the measurement early, and prints it.

Exit code: 0 if a call had a result; else 1 if one had a declared exception, 4 if the server answered one with an error, and
3 if it answered none or could not be reached; 2 for a mistake in what is given; 130 when it was interrupted before it was
answered.

Examples:
  $ seapink bench tcp://localhost:9090 KeyValue.get '{"key": "a"}' --idl keyvalue.thrift
  $ seapink bench rocket://localhost:9090 get '{"key": "a"}' --idl keyvalue.thrift -c 256 --connections 4 -d 1m
  $ seapink bench rocket://localhost:9090 get '{"key": "a"}' --idl keyvalue.thrift --rate 1000 --json`;

type Options = Omit<BenchRequest, "address" | "method" | "args" | "timeoutMs" | "warmUpMs" | "durationMs"> &
  CallOptions & { readonly warmUp?: number; readonly duration: number };

export function addBench(program: Command): void {
  const command = program
    .command("bench <address> <method> [json]")
    .description("call a method as often as it goes, and print how many calls were answered, and how fast");
  addCallOptions(command, "how long to wait for the connection, and for each (first) response")
    .option("-c, --in-flight <n>", "how many calls run at once", wholeNumber(10_000), 64)
    .option("--connections <n>", "how many connections they share", wholeNumber(1_000), 1)
    .addOption(
      timeOption("-d, --duration <time>", "how long it is measured, as 500ms, 2s or 1m").default(10_000, "10s"),
    )
    .addOption(
      timeOption("--warm-up <time>", "how long before that (default: a tenth of it, and a second at the most)"),
    )
    .option("--rate <n>", "calls to make in a second, by default as many as possible", wholeNumber(1_000_000))
    .option("--json", "print the figures as one line of JSON")
    .addHelpText("after", details);
  addIdlOptions(command).action(
    exiting((address: string, method: string, args: string | undefined, options: Options) => {
      const { timeout: timeoutMs, warmUp: warmUpMs, duration: durationMs, ...rest } = options;
      return run({ ...rest, address, method, args, timeoutMs, warmUpMs, durationMs });
    }),
  );
}

/** What calling needs is not loaded before somebody calls. */
async function run(request: BenchRequest): Promise<number> {
  const { runBench } = await import("../bench/run-bench.ts");
  return runBench(request);
}

function wholeNumber(most: number): (text: string) => number {
  return (text) => {
    if (/^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= most) return Number(text);
    throw new InvalidArgumentError(`Expected a whole number from 1 to ${most}.`);
  };
}
