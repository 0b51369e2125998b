import { type Address, parseAddress } from "@seapink/addresses";
import { describe, exitCodes, printable } from "@seapink/addresses/command";
import type { Filter } from "@seapink/core";
import { CallInput, type InputRequest } from "../calling/call-input.ts";
import { interruptedCode, interruption } from "../calling/interruption.ts";
import { openChannel } from "../calling/open-channel.ts";
import { type StandardStreams, standardStreams } from "../calling/standard-streams.ts";
import { unsentHeaders } from "../calling/unsent-headers.ts";
import { type IdlOptions, load } from "../idl-options.ts";
import { indented } from "../indented.ts";
import { startOf } from "../method-of.ts";
import { UsageError } from "../usage-error.ts";
import { DeclaredError } from "./declared-error.ts";
import { closing } from "./closing.ts";
import { explainedLoss } from "./explained-loss.ts";
import { type Plan, planOf } from "./plan.ts";
import { rawBody } from "./raw-body.ts";
import { runPlan, type RunPlanOptions } from "./run-plan.ts";

/** What `seapink call` is asked for. */
export interface CallRequest extends IdlOptions, InputRequest {
  readonly address: string;
  readonly method: string;
  readonly idl: string;
  readonly header?: ReadonlyMap<string, string>;
  readonly timeoutMs: number;
  readonly pretty?: boolean;
  /** `METHOD JSON` each, for the interaction that is created. */
  readonly behind?: readonly string[] | undefined;
  readonly verbose?: boolean;
}

/** Checks all that is given, connects, calls, and prints what is answered. Resolves with the exit code. */
export async function runCall(request: CallRequest, streams: StandardStreams = standardStreams()): Promise<number> {
  const address = parseAddress(request.address);
  const program = await load(request.idl, request);
  // Before anybody waits for standard input.
  startOf(program, request.method);
  const input = new CallInput(request, streams.stdin);
  try {
    const json = request.raw === undefined ? await input.args() : undefined;
    const plan = planOf(program, { method: request.method, json, behind: request.behind ?? [] });
    const items = await input.items(takersIn(plan));
    const raw = request.raw === undefined ? undefined : await rawArguments(request.raw, plan, { address, ...streams });
    return await converse(address, plan, {
      ...shown(request, streams),
      ...headersOf(request, address, streams),
      filters: raw === undefined ? [] : [raw],
      items,
    });
  } finally {
    await input.close();
  }
}

function takersIn({ first, behind }: Plan): readonly string[] {
  const methods = [first, ...behind].flatMap((step) => (step === undefined ? [] : step.method));
  return methods.filter(({ sinkItem }) => sinkItem !== undefined).map(({ wireName }) => wireName);
}

function rawArguments(
  file: string,
  { begins }: Plan,
  { stdin, address }: Pick<StandardStreams, "stdin"> & { readonly address: Address },
): Promise<Filter> {
  if (begins === undefined) return rawBody(file, stdin, address);
  throw new UsageError(`--raw: expected a method that has arguments, got what begins ${begins.name}`);
}

function headersOf(
  { header = new Map() }: CallRequest,
  address: Address,
  { say }: StandardStreams,
): Pick<RunPlanOptions, "headers"> {
  const unsent = unsentHeaders(address, header);
  if (unsent !== undefined) say(unsent);
  return { headers: header };
}

function shown(
  { pretty, verbose, timeoutMs }: CallRequest,
  { stdout, say }: StandardStreams,
): Pick<RunPlanOptions, "show" | "note" | "timeoutMs"> {
  return {
    // What peers say must not be able to steer a terminal; in JSON it means the same when it is escaped.
    show: (json) => stdout.write(`${pretty ? indented(printable(json)) : printable(json)}\n`),
    note: verbose ? say : () => undefined,
    timeoutMs,
  };
}

/** Connects and calls. A declared exception is shown like a result; a SIGINT ends all in order. */
async function converse(address: Address, plan: Plan, options: Omit<RunPlanOptions, "signal">): Promise<number> {
  const interrupted = interruption();
  const { signal } = interrupted;
  const { timeoutMs, show, note } = options;
  let isAnswered = false;
  const answered: Filter = (next) => async (call) => {
    const reply = await next(call);
    isAnswered = true;
    return reply;
  };
  const began = performance.now();
  try {
    const onError = (error: unknown): void => note(describe(error));
    const channel = await openChannel(address, { service: plan.service.name, timeoutMs, signal, onError });
    note(`connected after ${(performance.now() - began).toFixed(1)} ms`);
    await closing(
      channel,
      signal,
      runPlan(plan, channel, { ...options, filters: [...options.filters, answered], signal }),
    );
    return 0;
  } catch (error) {
    if (signal.aborted) return interruptedCode;
    if (!(error instanceof DeclaredError)) throw explainedLoss(error, address, isAnswered);
    await show(error.json);
    return exitCodes.declared;
  } finally {
    interrupted[Symbol.dispose]();
  }
}
