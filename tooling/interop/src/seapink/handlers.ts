import { setTimeout as delay } from "node:timers/promises";
import { implement, type ServiceHandler } from "@seapink/rpc";
import { type Method, type ServiceType, successOf, type Type } from "@seapink/schema";
import { fieldsFromPlain, fromPlain } from "../from-plain.ts";
import { widened } from "../cases/lab-cases.ts";
import type { PlainStruct } from "../plain.ts";
import type { TestedServices } from "../services.ts";
import { methodOf } from "../services.ts";
import { toPlain } from "../to-plain.ts";

type Args = Readonly<Record<string, unknown>>;
type Functions = Record<string, (args: Args) => unknown>;

/** A handler for each service that is served, by the name on the wire. */
export function handlers(services: TestedServices): ReadonlyMap<string, ServiceHandler> {
  const implementations = {
    ThriftTest: thriftTest(services),
    SecondService: { secondtestString: ({ thing }: Args) => `testString("${String(thing)}")` },
    Lab: lab(services),
    Uuids: { echo: ({ value }: Args) => value, look: (args: Args) => see(methodOf(services, "Uuids", "look"), args) },
  };
  return new Map(
    Object.entries(implementations).map(([name, implementation]) => {
      const type = services.get(name)?.type as ServiceType;
      return [name, implement(type, implementation)];
    }),
  );
}

/** Most of the methods return their argument. */
function thriftTest(services: TestedServices): Functions {
  const echoes = Array.from(services.get("ThriftTest")?.type.methods.keys() ?? [], (name) => [name, echo] as const);
  const thrown = (method: string, name: string, value: PlainStruct): unknown =>
    exceptionOf(methodOf(services, "ThriftTest", method), name, value);
  return {
    ...Object.fromEntries(echoes),
    testVoid: () => undefined,
    testMapMap: () => new Map([-4, 4].map((n) => [n, upTo(n)])),
    testInsanity: ({ argument }) =>
      new Map([
        [1n, new Map([2, 3].map((n) => [n, argument]))],
        [2n, new Map([[6, {}]])],
      ]),
    testMulti: ({ arg0, arg1, arg2 }) => ({
      string_thing: "Hello2",
      byte_thing: arg0,
      i32_thing: arg1,
      i64_thing: arg2,
    }),
    testException({ arg }) {
      if (arg === "Xception") throw thrown("testException", "Xception", { errorCode: 1001, message: "Xception" });
      if (arg === "TException") throw new Error("undeclared");
    },
    testMultiException({ arg0, arg1 }) {
      if (arg0 === "Xception") {
        throw thrown("testMultiException", "Xception", { errorCode: 1001, message: "This is an Xception" });
      }
      if (arg0 === "Xception2") {
        const value = { errorCode: 2002, struct_thing: { string_thing: "This is an Xception2" } };
        throw thrown("testMultiException", "Xception2", value);
      }
      return { string_thing: arg1 };
    },
    testOneway: async ({ secondsToSleep }) => delay(Number(secondsToSleep) * 1000, undefined, { ref: false }),
  };
}

function lab(services: TestedServices): Functions {
  let note = "";
  const method = (name: string): Method => methodOf(services, "Lab", name);
  // It does return something.
  const wide = successOf(method("widen").result)?.type as Type;
  return {
    add: ({ a, b }) => (a as bigint) + (b as bigint),
    nothing: () => undefined,
    see: (args) => see(method("see"), args),
    text: echoValue,
    bytes: echoValue,
    narrow: echoValue,
    widen: ({ first }) => fromPlain(wide, { ...widened, first: first as number }),
    fail({ how }) {
      const declared = { code: -7, reason: "as declared", where: { x: 1, y: 2 } };
      if (how === "declared") throw exceptionOf(method("fail"), "Declared", declared);
      if (how === "other") throw exceptionOf(method("fail"), "Other", {});
      if (how === "undeclared") throw new Error("undeclared");
      return 0;
    },
    note({ value }) {
      note = String(value);
    },
    noted: () => note,
  };
}

function echo({ thing }: Args): unknown {
  return thing;
}

function echoValue({ value }: Args): unknown {
  return value;
}

/** The four numbers between 0 and 5, or -5, each by itself. */
function upTo(n: number): Map<number, number> {
  return new Map([1, 2, 3, 4].map((i) => [Math.sign(n) * i, Math.sign(n) * i]));
}

/** The value, and what we take it for. */
function see({ args }: Method, { value }: Args): object {
  const [field] = args.fields;
  return { value, text: JSON.stringify(field && toPlain(field.type, value)) };
}

function exceptionOf({ result }: Method, name: string, value: PlainStruct): unknown {
  for (const { type } of result.fields) {
    if (type.kind === "exception" && type.name === name) return new type.construct(fieldsFromPlain(type.fields, value));
  }
  throw new RangeError(`expected a declared exception, got ${name}`);
}
