import { type Address, formatAddress, parseAddress } from "@seapink/addresses";
import { exitCodes } from "@seapink/addresses/command";
import { TransportError } from "@seapink/core";
import { argumentsOf } from "../calling/arguments-of.ts";
import { CallInput } from "../calling/call-input.ts";
import { interruptedCode, interruption } from "../calling/interruption.ts";
import { type StandardStreams, standardStreams } from "../calling/standard-streams.ts";
import { unsentHeaders } from "../calling/unsent-headers.ts";
import { type IdlOptions, load as loadIdl } from "../idl-options.ts";
import { type FoundMethod, methodOf } from "../method-of.ts";
import { UsageError } from "../usage-error.ts";
import { connectAll } from "./connect-all.ts";
import { load } from "./load.ts";
import { checkBenchable, type OneCall, oneCall } from "./one-call.ts";
import { progressOn } from "./progress-line.ts";
import { jsonOf, tableOf } from "./report.ts";
import { Tally } from "./tally.ts";

/** What `seapink bench` is asked for. */
export interface BenchRequest extends IdlOptions {
  readonly address: string;
  readonly method: string;
  readonly idl: string;
  readonly args: string | undefined;
  readonly inFlight: number;
  readonly connections: number;
  /** What ends before is not counted. Default: a tenth of the time, and a second at the most. */
  readonly warmUpMs?: number | undefined;
  readonly durationMs: number;
  readonly timeoutMs: number;
  readonly rate?: number | undefined;
  readonly header?: ReadonlyMap<string, string>;
  readonly json?: boolean;
}

/** Checks all that is given, connects, calls for a while, and prints what came of it. Resolves with the exit code. */
export async function runBench(request: BenchRequest, streams: StandardStreams = standardStreams()): Promise<number> {
  const address = parseAddress(request.address);
  const found = methodOf(await loadIdl(request.idl, request), request.method);
  checkBenchable(found);
  const { connections, inFlight, header = new Map() } = request;
  if (connections > inFlight)
    throw new UsageError(`--connections: expected at most ${inFlight}, as many as calls in flight, got ${connections}`);
  const args = argumentsOf(found.method, await argumentsIn(request, streams));
  const unsent = unsentHeaders(address, header);
  if (unsent !== undefined) streams.say(unsent);
  const interrupted = interruption();
  try {
    const { tally, text } = await measure({ address, found, args, signal: interrupted.signal }, request);
    await streams.stdout.write(`${text}\n`);
    return exitCodeOf(tally);
  } catch (error) {
    if (!interrupted.signal.aborted) throw error;
    return interruptedCode;
  } finally {
    interrupted[Symbol.dispose]();
  }
}

async function argumentsIn({ args }: BenchRequest, { stdin }: StandardStreams): Promise<string> {
  const input = new CallInput({ json: args }, stdin);
  try {
    const text = await input.args();
    await input.items([]);
    return text;
  } finally {
    await input.close();
  }
}

interface Target {
  readonly address: Address;
  readonly found: FoundMethod;
  readonly args: object;
  readonly signal: AbortSignal;
}

/** A tenth of the time, and a second at the most. */
function warmUpOf({ durationMs, warmUpMs = Math.min(1_000, durationMs / 10) }: BenchRequest): number {
  return warmUpMs;
}

/** Those that fail in time shall have failed before. */
const graceMs = 500;

interface Measured {
  readonly tally: Tally;
  /** What is to be printed. */
  readonly text: string;
}

async function measure({ address, found, args, signal }: Target, request: BenchRequest): Promise<Measured> {
  const { service, method } = found;
  const { durationMs, timeoutMs, rate, inFlight, connections, header, json } = request;
  const tally = new Tally();
  const span = { warmUpMs: warmUpOf(request), durationMs };
  const channels = await connectAll(address, { service: service.name, connections, timeoutMs, signal });
  const options = { timeoutMs, ...(header && { headers: header }) };
  const onChannel = channels.map((channel) => oneCall(channel, found, args, options));
  const calls = Array.from({ length: inFlight }, (_, index) => onChannel[index % connections] as OneCall);
  const progress = progressOn(process.stderr, tally, span);
  try {
    await load(calls, tally, { ...span, graceMs: timeoutMs + graceMs, rate, signal });
  } finally {
    progress[Symbol.dispose]();
    const reason = tally.unfinished > 0 ? new Error("the measurement is over") : undefined;
    await Promise.all(channels.map((channel) => channel.close(reason)));
  }
  const name = `${service.name}.${method.name}`;
  const setup = { method: name, address: formatAddress(address), inFlight, connections, rate };
  return { tally, text: json ? jsonOf(setup, tally) : tableOf(setup, tally) };
}

/** It ends like the call that came furthest. */
function exitCodeOf(tally: Tally): number {
  const { results, answered, failure, unfinished } = tally;
  if (results > 0) return 0;
  if (answered > 0) return exitCodes.declared;
  throw (
    failure ?? new TransportError("timed_out", `expected an answer to some call, got ${unfinished} unfinished ones`)
  );
}
