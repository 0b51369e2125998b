import { compile } from "@seapink/idl";
import { createClient, implement, local } from "@seapink/rpc";
import { expect, test } from "vitest";
import { callJson, type JsonAnswer } from "../../src/call/call-json.ts";
import { DeclaredError } from "../../src/call/declared-error.ts";
import { argumentsOf } from "../../src/calling/arguments-of.ts";
import { UsageError } from "../../src/usage-error.ts";

const program = compile({
  "test.thrift": `
    exception Gone { 1: i64 id }
    interaction Door { i32 knock(1: i32 times) }
    service House {
      i64 next(1: i64 number) throws (1: Gone gone)
      void rest()
      stream<i64 throws (1: Gone over)> count(1: i64 to)
      string, stream<i64> named(1: i64 to)
      sink<i64, i64 throws (1: Gone lost)> sum()
      string, sink<i64, i64> added()
      sink<i64>, stream<i64> doubled()
      Door door()
      Door, string doorOf(1: string name)
      Door, stream<i64> doorAnd(1: i64 to)
      Door, sink<i64, i64> doorSum()
    }
  `,
});
const House = program.service("House");
const gone = (id: bigint): Error => new (program.exception("Gone"))({ id });
const door = { knock: ({ times }: { times: number }) => times * 2 };

interface Context {
  readonly items: AsyncIterable<bigint>;
}

let returned = 0;

async function* numbers({ to }: { to: bigint }): AsyncGenerator<bigint> {
  try {
    for (let number = 1n; number <= to; number++) yield number;
    if (to === 3n) throw gone(to);
  } finally {
    returned++;
  }
}

async function total({ items }: Context): Promise<bigint> {
  let sum = 0n;
  for await (const item of items) sum += item;
  if (sum === 13n) throw gone(sum);
  return sum;
}

const client = createClient(
  House,
  local(
    implement(House, {
      next({ number }: { number: bigint }) {
        if (number === 0n) throw gone(9_007_199_254_740_993n);
        return number + 1n;
      },
      rest: () => undefined,
      count: numbers,
      named: (args: { to: bigint }) => ({ response: "first", stream: numbers(args) }),
      sum: (_: object, context: Context) => total(context),
      added: (_: object, context: Context) => ({ response: "first", final: total(context) }),
      async *doubled(_: object, { items }: Context) {
        for await (const item of items) yield item * 2n;
      },
      door: () => door,
      doorOf: ({ name }: { name: string }) => [door, name],
      doorAnd: (args: { to: bigint }) => [door, numbers(args)],
      doorSum: (_: object, context: Context) => [door, total(context)],
    }),
  ),
);

async function* textsOf(items: readonly string[]): AsyncGenerator<string> {
  yield* items;
}

function call(name: string, json: string, items?: readonly string[]): Promise<JsonAnswer> {
  const method = House.methods.get(name);
  if (method === undefined) throw new TypeError(name);
  return callJson(client, method, argumentsOf(method, json), { items: items && textsOf(items) });
}

async function told(answer: Promise<JsonAnswer>): Promise<unknown[]> {
  const { response, items, final, created } = await answer;
  const all: unknown[] = [response];
  for await (const item of items ?? []) all.push(item);
  if (final !== undefined) all.push(await final);
  if (created !== undefined) all.push(await created["knock"]?.({ times: 4 }));
  return all;
}

test.each([
  ["next", '{"number":9007199254740993}', undefined, ["9007199254740994"]],
  ["rest", "", undefined, [undefined]],
  ["count", '{"to":2}', undefined, [undefined, "1", "2"]],
  ["named", '{"to":2}', undefined, ['"first"', "1", "2"]],
  ["sum", "{}", ["1", '"2"'], [undefined, "3"]],
  ["added", "{}", ["1", "2"], ['"first"', "3"]],
  ["doubled", "{}", ["1", "2"], [undefined, "2", "4"]],
  ["door", "{}", undefined, [undefined, 8]],
  ["doorOf", '{"name":"a"}', undefined, ['"a"', 8]],
  ["doorAnd", '{"to":1}', undefined, [undefined, "1", 8]],
  ["doorSum", "{}", ["1", "2"], [undefined, "3", 8]],
])("calls %s with %s", async (name, json, items, answer) => {
  expect(await told(call(name, json, items))).toEqual(answer);
});

test.each([
  ["next", '{"number":0}', undefined, '{"gone":{"id":9007199254740993}}'],
  ["count", '{"to":3}', undefined, '{"over":{"id":3}}'],
  ["sum", "{}", ["13"], '{"lost":{"id":13}}'],
])("throws what %s %s declares, by its name there", async (name, json, items, text) => {
  const error: unknown = await told(call(name, json, items)).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(DeclaredError);
  expect((error as DeclaredError).json).toBe(text);
  expect((error as DeclaredError).cause).toBeInstanceOf(program.exception("Gone"));
});

test.each(["sum", "added", "doubled"])("tells of an item of %s that does not fit, before all else", async (name) => {
  const answer = told(call(name, "{}", ["1", "[]", "3"]));
  await expect(answer).rejects.toThrow(UsageError);
  await expect(answer).rejects.toThrow("items[1]: expected i64, got array");
});

test("returns a stream that is left", async () => {
  const { items } = await call("named", '{"to":1000}');
  const before = returned;
  for await (const item of items ?? []) if (item === "2") break;
  expect(returned).toBe(before + 1);
});

test("refuses items for a method that takes none, and a method that the client has not", async () => {
  await expect(call("next", "{}", [])).rejects.toThrow("next: expected no items, got some");
  const knock = program.interaction("Door").methods.get("knock");
  if (knock !== undefined) await expect(callJson(client, knock, {})).rejects.toThrow(/method knock, got one without/);
  expect.assertions(2);
});
