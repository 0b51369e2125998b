import { defaultLimits, type Items, noHeaders, type Payload } from "@seapink/core";
import { exception, field, method, string } from "@seapink/schema";
import { describe, expect, test, vi } from "vitest";
import { decodeItems } from "../src/decode-items.ts";
import { type EncodedItems, encodeItems } from "../src/encode-items.ts";
import { Result } from "../src/result.ts";
import { StructBody } from "../src/struct-body.ts";

class Stop extends Error {
  readonly why: string;

  constructor({ why }: { readonly why: string }) {
    super(`stop: ${why}`);
    this.why = why;
  }
}

const type = exception("Stop", [field(1, "why", string)], { construct: Stop as never });
const { streamItem } = method("spell", { stream: { of: string, throws: [field(1, "stop", type)] } });
const result = new Result("spell", streamItem as NonNullable<typeof streamItem>);

function decode(items: Items): AsyncIterable<unknown> {
  return decodeItems(result, items, undefined, defaultLimits);
}

/** All values, and how they end. */
async function drained(values: AsyncIterable<unknown>): Promise<unknown[]> {
  const all: unknown[] = [];
  try {
    for await (const value of values) all.push(value);
  } catch (error) {
    all.push(error);
  }
  return all;
}

/** A source that remembers whether it was returned. */
function source(values: readonly unknown[]): AsyncIterableIterator<unknown> & { readonly returned: () => void } {
  const inner = values.values();
  return {
    returned: vi.fn<() => void>(),
    [Symbol.asyncIterator]() {
      return this;
    },
    next: async () => inner.next(),
    async return() {
      this.returned();
      return { done: true, value: undefined };
    },
  };
}

async function* failing(error: unknown): AsyncGenerator<string> {
  yield "a";
  throw error;
}

function platformStream(...values: readonly string[]): ReadableStream<string> {
  return new ReadableStream({
    start(controller) {
      for (const value of values) controller.enqueue(value);
      controller.close();
    },
  });
}

const unexpected = new Error("unexpected");

describe("values as payloads and back", () => {
  test.each([
    ["nothing", [], []],
    ["an array", ["a", "b"], ["a", "b"]],
    ["a set", new Set(["a", "b"]), ["a", "b"]],
    ["promises", [Promise.resolve("a"), "b"], ["a", "b"]],
    ["a source of one's own", source(["a", "b"]), ["a", "b"]],
    ["a stream of the platform", platformStream("a", "b"), ["a", "b"]],
    ["what ends in a declared exception", failing(new Stop({ why: "enough" })), ["a", new Stop({ why: "enough" })]],
    ["what ends in another error", failing(unexpected), ["a", unexpected]],
  ])("from %s", async (_, values, all) => {
    expect(await drained(decode(encodeItems(result, values)))).toEqual(all);
  });

  test("mark the payload of a declared exception", async () => {
    const payloads: Payload[] = [];
    for await (const payload of encodeItems(result, failing(new Stop({ why: "enough" })))) payloads.push(payload);
    const declared = { name: "Stop", message: "stop: enough" };
    expect(payloads.map((payload) => payload.exception)).toEqual([undefined, declared]);
  });

  const stop = new Stop({ why: "" });

  test.each([
    ["an unexpected error", failing(unexpected), { error: unexpected }],
    ["a declared exception", failing(stop), { error: stop }],
    ["nothing", ["a"], undefined],
  ])("remember that the source threw %s", async (_, values, failure) => {
    const items = encodeItems(result, values);
    await drained(decode(items));
    expect(items.failure).toEqual(failure);
  });

  test.each([undefined, null, 5, {}, () => "a"])("are not made from %s", (values) => {
    const message = `spell: expected items to iterate over, got ${typeof values}`;
    expect(() => encodeItems(result, values as never)).toThrow(new TypeError(message));
  });
});

describe("returning", () => {
  const ways: readonly (readonly [string, (items: EncodedItems) => AsyncIterator<unknown>])[] = [
    ["payloads", (items) => items[Symbol.asyncIterator]()],
    ["values", (items) => decode(items)[Symbol.asyncIterator]()],
  ];

  test.each(ways)("%s before the first returns their source", async (_, iterate) => {
    const values = source(["a"]);
    const iterator = iterate(encodeItems(result, values));
    expect(await iterator.return?.()).toEqual({ done: true, value: undefined });
    expect(await iterator.next()).toMatchObject({ done: true });
    expect(values.returned).toHaveBeenCalledOnce();
  });

  test.each(ways)("%s in the middle returns their source, once", async (_, iterate) => {
    const values = source(["a", "b"]);
    const iterator = iterate(encodeItems(result, values));
    await iterator.next();
    await iterator.return?.();
    await iterator.return?.();
    expect(values.returned).toHaveBeenCalledOnce();
  });

  test.each(ways)("%s at their end does not return their source", async (_, iterate) => {
    const values = source([]);
    const iterator = iterate(encodeItems(result, values));
    await iterator.next();
    await iterator.return?.();
    expect(values.returned).not.toHaveBeenCalled();
  });

  test("is what leaving the loop does", async () => {
    const values = source(["a", "b"]);
    for await (const value of decode(encodeItems(result, values))) {
      expect(value).toBe("a");
      break;
    }
    expect(values.returned).toHaveBeenCalledOnce();
  });

  test("is what a payload that cannot be read does, without waiting for the source", async () => {
    const returned = vi.fn<() => Promise<never>>(() => new Promise(() => undefined));
    const payload = { headers: noHeaders, body: new StructBody(result.codec, { success: 5 }), exception: undefined };
    const items: Items = {
      [Symbol.asyncIterator]: () => ({ next: async () => ({ done: false, value: payload }), return: returned }),
    };
    const [error] = await drained(decode(items));
    expect(error).toMatchObject({ code: "invalid_data" });
    expect(returned).toHaveBeenCalledOnce();
  });
});

test("trailers come with the end", async () => {
  const trailers = new Map([["a", "b"]]);
  const items: Items = { [Symbol.asyncIterator]: () => ({ next: async () => ({ done: true, value: trailers }) }) };
  const iterator = decode(items)[Symbol.asyncIterator]();
  expect(await iterator.next()).toEqual({ done: true, value: trailers });
  expect(await iterator.return?.()).toEqual({ done: true, value: undefined });
});
