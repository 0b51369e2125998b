import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { defaultLimits, type Protocol, WireType } from "@seapink/core";
import { binary } from "@seapink/protocol-binary";
import { bytes, type Shape, shapeCodec, type StructShape } from "@seapink/testing";
import { expect, test } from "vitest";
import { hostileStructs } from "./hostile.ts";

const call = bytes("80010001 00000001 6d 00000001");
const containers: readonly Shape[] = [
  "string",
  { list: "i32" },
  { map: ["string", "i64"] },
  { set: { struct: [] } },
  "binary",
  { list: "bool" },
];
const shape: StructShape = { struct: containers.map((type, i) => ({ id: i + 1, name: `f${i + 1}`, type })) };

interface Input {
  readonly struct: Uint8Array;
  readonly message: Uint8Array;
}

/** Each hostile struct with 20 bytes, and after a message header. */
const inputs = hostileStructs.map(({ hex }): Input => {
  const struct = new Uint8Array(20);
  struct.set(bytes(hex).subarray(0, 20));
  return { struct, message: Uint8Array.from([...call, ...struct]) };
});

function memory(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

function attempt(run: () => unknown): void {
  try {
    run();
  } catch {
    // Which error it is others check; here only memory counts.
  }
}

function decodeAll(protocol: Protocol, { struct, message }: Input): void {
  attempt(() => shapeCodec(protocol, shape).decode(struct));
  attempt(() => protocol.reader(struct, defaultLimits).skip(WireType.struct));
  attempt(() => protocol.scanner(defaultLimits).push(message));
}

/** The most that one input made memory grow; a collection in between only makes it less. */
function largestGrowth(times: number): number {
  let largest = 0;
  for (let round = 0; round * inputs.length < times; round++) {
    for (const input of inputs) {
      const before = memory();
      decodeAll(binary(), input);
      largest = Math.max(largest, memory() - before);
    }
  }
  return largest;
}

test("no input of 20 bytes, 10 000 times tried, makes memory grow", () => {
  largestGrowth(500);
  collect();
  const before = memory();
  expect(largestGrowth(10_000)).toBeLessThan(1_000_000);
  collect();
  expect(memory() - before).toBeLessThan(2_000_000);
});
