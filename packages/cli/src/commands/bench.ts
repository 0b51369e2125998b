import { addressForms } from "@seapink/addresses";
import { type Command, InvalidArgumentError } from "commander";
import { type BenchRequest, runBench } from "../bench/run-bench.ts";
import { headerOption } from "../call/header-option.ts";
import { durationMs } from "../duration.ts";
import { addIdlOptions } from "../idl-options.ts";

const details = `
ADDRESS is one of ${addressForms}.
METHOD is Service.method, or method where only one service has it: one that answers with a result or a stream. JSON is an
object with the arguments by name, - to read it from standard input; without it, {}.

What ends in a warm-up of a tenth of the time, and a second at the most, is not counted. Latencies are those of calls that
are answered by a result, by the last item of a stream, or by a declared exception; with --rate they begin when the call
was to be made, so that a server that lags behind is seen to. Of calls that fail, the codes of errors are counted. A
connection that is lost is opened again. An interrupt ends the measurement early, and prints it.

Exit code: 0 if a call had a result; else 1 if one had a declared exception, 4 if the server answered one with an error, and
3 if it answered none or could not be reached; 2 for a mistake in what is given.

Examples:
  $ seapink bench tcp://localhost:9090 KeyValue.get '{"key": "a"}' --idl keyvalue.thrift
  $ seapink bench rocket://localhost:9090 get '{"key": "a"}' --idl keyvalue.thrift -c 256 --connections 4 -d 1m
  $ seapink bench rocket://localhost:9090 get '{"key": "a"}' --idl keyvalue.thrift --rate 1000 --json`;

type Options = Omit<BenchRequest, "address" | "method" | "args" | "timeoutMs" | "durationMs"> & {
  readonly timeout?: number;
  readonly duration?: number;
};

export function addBench(program: Command): void {
  const command = program
    .command("bench <address> <method> [json]")
    .description("call a method as often as it goes, and print how many calls were answered, and how fast")
    .requiredOption("--idl <file>", "the IDL of the service")
    .option("-c, --in-flight <n>", "how many calls run at once", wholeNumber(10_000), 64)
    .option("--connections <n>", "how many connections they share", wholeNumber(1_000), 1)
    .option("-d, --duration <time>", "how long it is measured, as 500ms, 2s or 1m (default: 10s)", time)
    .option("--rate <n>", "calls to make in a second, by default as many as possible", wholeNumber(1_000_000))
    .option("-H, --header <'key: value'>", "sent with each call; repeatable", headerOption)
    .option(
      "--timeout <time>",
      "how long to wait for the connection, and for each (first) response (default: 10s)",
      time,
    )
    .option("--json", "print the figures as one line of JSON")
    .addHelpText("after", details);
  addIdlOptions(command).action((address: string, method: string, args: string | undefined, options: Options) => {
    const { timeout = 10_000, duration = 10_000, ...rest } = options;
    return runBench({ ...rest, address, method, args, timeoutMs: timeout, durationMs: duration });
  });
}

function wholeNumber(most: number): (text: string) => number {
  return (text) => {
    if (/^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= most) return Number(text);
    throw new InvalidArgumentError(`Expected a whole number from 1 to ${most}.`);
  };
}

function time(text: string): number {
  try {
    return durationMs(text);
  } catch (error) {
    throw new InvalidArgumentError(error instanceof Error ? error.message : String(error));
  }
}
