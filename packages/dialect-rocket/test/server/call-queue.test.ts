import { expectLinear } from "@seapink/testing";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { CallQueue, type Waiting } from "../../src/server/call-queue.ts";
import { serverCallOf } from "./request-of.ts";

const callBytes = 256;

function act(): void {
  throw new Error("a queue calls nobody");
}

test("hands out calls and acts in their order, then nothing", () => {
  const queue = new CallQueue();
  const all: readonly Waiting[] = [serverCallOf({ streamId: 1 }), act, serverCallOf({ streamId: 3 })];
  for (const waiting of all) queue.push(waiting);
  expect(queue.isEmpty).toBe(false);
  expect([queue.shift(), queue.shift(), queue.shift()]).toEqual(all);
  expect(queue.isEmpty).toBe(true);
  expect([queue.shift(), queue.shift()]).toEqual([undefined, undefined]);
  expect(queue.bytes).toBe(0);
});

test("counts what waits, and a little for each", () => {
  const queue = new CallQueue();
  queue.push(serverCallOf({ bytes: 1000 }));
  expect(queue.bytes).toBe(1000 + callBytes);
  queue.push(act);
  expect(queue.bytes).toBe(1000 + 2 * callBytes);
  queue.shift();
  expect(queue.bytes).toBe(callBytes);
});

test("is a list, whatever is pushed and shifted", () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.nat({ max: 1000 })), { maxLength: 200 }), (steps) => {
      const queue = new CallQueue();
      const model: Waiting[] = [];
      for (const size of steps) {
        if (size === null) expect(queue.shift()).toBe(model.shift());
        else {
          const call = serverCallOf({ bytes: size });
          queue.push(call);
          model.push(call);
        }
        expect(queue.isEmpty).toBe(model.length === 0);
      }
      const bytes = model.map((call) => callBytes + (typeof call === "function" ? 0 : call.bytes));
      expect(queue.bytes).toBe(bytes.reduce((sum, each) => sum + each, 0));
    }),
  );
});

test("takes as long for each, however many wait", () => {
  const call = serverCallOf();
  expectLinear(20_000, (size) => {
    const queue = new CallQueue();
    for (let i = 0; i < size; i++) queue.push(call);
    for (let i = 0; i < size; i++) {
      queue.push(call);
      queue.shift();
    }
  });
});
