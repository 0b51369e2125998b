import { type Context, createClient, implement } from "@seapink/rpc";
import { binary, interaction, method, service, type ServiceType } from "@seapink/schema";
import { describe, expect, onTestFinished, test } from "vitest";
import { type Rig, rigs } from "./rigs.ts";

interface TapMethods {
  pour: { kind: "stream"; args: object; returns: undefined; stream: Uint8Array };
  gather: { kind: "sink"; args: object; returns: undefined; sink: Uint8Array; final: Uint8Array };
}

interface HouseMethods extends TapMethods {
  turn: { kind: "call"; args: object; returns: undefined; creates: TapMethods };
}

const pour = { stream: { of: binary } };
const gather = { sink: { of: binary, final: binary } };
const Tap = interaction("Tap", [method("pour", pour), method("gather", gather)]);
const House: ServiceType<HouseMethods> = service<HouseMethods>("House", [
  method("pour", pour),
  method("gather", gather),
  method("turn", { creates: Tap }),
]);

const names = ["local", "a local proxy", "Rocket in memory", "a proxy of Rocket in memory", "Rocket over TCP"];
const ways = rigs.filter(({ name }) => names.includes(name));
const sizes = [4, 100_000];
const count = 5;

/** Items in one buffer: whoever asks for one has written, or read, the one before it. */
function reusing(size: number): AsyncIterableIterator<Uint8Array, undefined> {
  const buffer = new Uint8Array(size);
  let last = 0;
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next: async () => (last === count ? { done: true, value: undefined } : { done: false, value: buffer.fill(++last) }),
  };
}

/** The first byte and the last of each, once all have come; they are asked for ahead. */
async function ends(items: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const iterator = items[Symbol.asyncIterator]();
  const results = await Promise.all(Array.from({ length: count + 1 }, () => iterator.next()));
  return Uint8Array.from(results.flatMap(({ done, value }) => (done ? [] : [value.at(0) ?? 0, value.at(-1) ?? 0])));
}

const all = new Uint8Array([1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);

async function clientBy(rig: Rig, size: number) {
  const tap = {
    pour: () => reusing(size),
    gather: (_: object, { items }: Context<Uint8Array>) => ends(items),
  };
  const { channel, close } = await rig.connect(implement(House, { ...tap, turn: () => tap }), () => undefined);
  onTestFinished(close);
  return createClient(House, channel);
}

describe.each(ways)("a source of items may reuse its memory over $name", (rig) => {
  test.each(sizes)("on the server, with %d bytes", async (size) => {
    const client = await clientBy(rig, size);
    expect(await ends(await client.pour())).toEqual(all);
    await using tap = await client.turn();
    expect(await ends(await tap.pour())).toEqual(all);
  });

  test.each(sizes)("on the client, with %d bytes", async (size) => {
    const client = await clientBy(rig, size);
    expect(await client.gather({}, { items: reusing(size) })).toEqual(all);
    await using tap = await client.turn();
    expect(await tap.gather({}, { items: reusing(size) })).toEqual(all);
  });
});

test("they are tried", () => {
  expect(ways.map(({ name }) => name)).toEqual(expect.arrayContaining(names));
});
