import { compile } from "@seapink/idl";
import { type Context, implement, local } from "@seapink/rpc";
import { expect, test } from "vitest";
import { oneCall, type OneCall } from "../../src/bench/one-call.ts";
import { methodOf } from "../../src/method-of.ts";

const program = compile({
  "a.thrift": `
    exception Lost { 1: i32 at }
    service Store {
      string get(1: i32 key) throws (1: Lost lost)
      stream<i32 throws (1: Lost lost)> count(1: i32 to)
      i32, stream<i32> countBeside(1: i32 to)
    }`,
});

const lost = new (program.exception("Lost"))({ at: 1 });
const seen: unknown[] = [];

function* upTo(to: number): Generator<number> {
  for (let i = 0; i < to; i++) yield i;
}

const channel = local(
  implement(program.service("Store"), {
    get({ key }: { key: number }, { headers }: Context) {
      seen.push([key, headers.get("trace")]);
      if (key === 1) throw lost;
      if (key === 2) throw new Error("oops");
      return "value";
    },
    *count({ to }: { to: number }) {
      yield* upTo(to);
      if (to === 1) throw lost;
    },
    countBeside: ({ to }: { to: number }) => ({ response: to, stream: upTo(to) }),
  }),
  { onError: () => undefined },
);

function callOf(method: string, args: object): OneCall {
  return oneCall(channel, methodOf(program, method), args, { headers: { trace: "7" } });
}

test.each([
  ["a result", "get", { key: 0 }, { items: 0 }],
  ["a declared exception", "get", { key: 1 }, { items: 0, exception: "Lost" }],
  ["a stream", "count", { to: 3 }, { items: 3 }],
  ["a stream that ends in a declared exception", "count", { to: 1 }, { items: 0, exception: "Lost" }],
  ["a stream beside a response", "countBeside", { to: 2 }, { items: 2 }],
])("tells of %s", async (_, method, args, answer) => {
  expect(await callOf(method, args)()).toEqual(answer);
});

test("throws what is not declared", async () => {
  await expect(callOf("get", { key: 2 })()).rejects.toMatchObject({ code: "internal_error" });
});

test("sends the arguments and headers each time", async () => {
  seen.length = 0;
  const call = callOf("get", { key: 5 });
  await call();
  await call();
  expect(seen).toEqual([
    [5, "7"],
    [5, "7"],
  ]);
});
