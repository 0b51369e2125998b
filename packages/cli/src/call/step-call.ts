import { type HeaderMap, isApplicationError, TransportError } from "@seapink/core";
import type { InteractionClient, LooseClient } from "@seapink/rpc";
import { mapped } from "../mapped.ts";
import { callJson, type CallJsonOptions, type JsonAnswer } from "./call-json.ts";
import type { Step } from "./plan.ts";

export interface StepCallOptions {
  readonly headers: ReadonlyMap<string, string>;
  /** How long the first response may take, and what ends a sink once all items are sent. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  /** For a method that takes items, as JSON. */
  readonly items: AsyncIterable<string> | undefined;
  /** Takes JSON to show. Resolves with whether more is wanted. */
  readonly show: (json: string) => Promise<boolean>;
  /** Takes lines about how it went, for those who want to know. */
  readonly note: (line: string) => void;
}

/** One call, and the clock for its end where it is a sink: the client has one for the first response only. */
export class StepCall {
  readonly #step: Step;
  readonly #options: StepCallOptions;
  /** Ends what would go on: nobody wants more, or what ends a sink is overdue. */
  readonly #stop = new AbortController();
  #clock: NodeJS.Timeout | undefined;

  constructor(step: Step, options: StepCallOptions) {
    this.#step = step;
    this.#options = options;
  }

  /**
   * Calls, and shows what is answered. Resolves with whether more is wanted.
   * @param onCreated told of the interaction that the call has created, which is to be ended by whoever called
   */
  async run(client: LooseClient, onCreated?: (created: InteractionClient) => void): Promise<boolean> {
    const began = performance.now();
    const note = (what: string): void => this.#note(`${what} after ${(performance.now() - began).toFixed(1)} ms`);
    try {
      const answer = await callJson(client, this.#step.method, this.#step.args, this.#callOptions());
      note("answered");
      if (answer.created !== undefined) onCreated?.(answer.created);
      const isMoreWanted = await this.#show(answer);
      if (!isMoreWanted) this.#stop.abort();
      if (this.#step.method.kind !== "call") note("ended");
      return isMoreWanted;
    } catch (error) {
      if (isApplicationError(error)) this.#noteHeaders(error.headers);
      note("failed");
      throw this.#stop.signal.aborted ? this.#stop.signal.reason : error;
    } finally {
      clearTimeout(this.#clock);
    }
  }

  #callOptions(): CallJsonOptions {
    const { headers, timeoutMs, items } = this.#options;
    const signal = AbortSignal.any([this.#options.signal, this.#stop.signal]);
    const options = { headers, timeoutMs, signal, onHeaders: (answered: HeaderMap) => this.#noteHeaders(answered) };
    const { sinkItem, kind } = this.#step.method;
    if (items === undefined || sinkItem === undefined) return options;
    if (kind !== "sink") return { ...options, items };
    return { ...options, items: mapped(items, { change: (item) => item, onEnd: () => this.#startClock(timeoutMs) }) };
  }

  #startClock(timeoutMs: number): void {
    const message = `${this.#step.method.wireName}: no answer came within ${timeoutMs} ms after the last item`;
    this.#clock = setTimeout(() => this.#stop.abort(new TransportError("timed_out", message)), timeoutMs);
  }

  async #show({ response, items, final }: JsonAnswer): Promise<boolean> {
    const { show } = this.#options;
    const isFirst = items !== undefined || final !== undefined;
    if (response !== undefined && !(await show(isFirst ? `{"response":${response}}` : response))) return false;
    for await (const item of items ?? []) if (!(await show(item))) return false;
    const last = await final;
    return last === undefined || (await show(last));
  }

  #noteHeaders(headers: HeaderMap): void {
    for (const [name, value] of headers) this.#note(`${name}: ${value}`);
  }

  #note(line: string): void {
    this.#options.note(`${this.#step.method.wireName}: ${line}`);
  }
}
