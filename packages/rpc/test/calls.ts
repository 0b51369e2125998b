import { type Call, type Handler, type Items, noHeaders, type Payload, type Reply } from "@seapink/core";
import { vi } from "vitest";

const body = new Uint8Array([0]);

export function callOf(changes: Partial<Call> = {}): Call {
  return {
    service: undefined,
    method: "say",
    kind: "call",
    protocol: undefined,
    headers: noHeaders,
    body,
    items: undefined,
    interaction: undefined,
    deadline: undefined,
    signal: undefined,
    scope: undefined,
    identity: undefined,
    ...changes,
  };
}

export function replyOf(items?: Items): Reply {
  return { headers: noHeaders, body, exception: undefined, protocol: undefined, items };
}

/** A handler that answers as the steps say, one after the other, and counts its calls. */
export function scripted(...steps: readonly (Error | Reply | undefined)[]): Handler & { readonly calls: Call[] } {
  const calls: Call[] = [];
  const handler: Handler = async (call) => {
    const step = steps[calls.push(call) - 1];
    if (step instanceof Error) throw step;
    return step;
  };
  return Object.assign(handler, { calls });
}

/** Items that end after so many, and remember whether they were returned. */
export class TestItems implements Items, AsyncIterator<Payload, void> {
  readonly returned = vi.fn<() => void>();
  #left: number;

  constructor(count: number) {
    this.#left = count;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<Payload, void>> {
    if (this.#left-- <= 0) return { done: true, value: undefined };
    return { done: false, value: { headers: noHeaders, body, exception: undefined } };
  }

  async return(): Promise<IteratorResult<Payload, void>> {
    this.returned();
    return { done: true, value: undefined };
  }
}
