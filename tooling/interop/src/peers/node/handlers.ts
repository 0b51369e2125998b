import { library } from "./library.ts";
import type { NodeDescription } from "./settings.ts";
import type { Values } from "./values.ts";

type Echo = (value: unknown) => unknown;

const echo: Echo = (value) => value;

/**
 * What the servers do: Apache's test by its contract, and the lab. The library counts the parameters of a handler, and a
 * handler that throws, where it could reject, ends its connection.
 */
export function handlers(values: Values, { services, widened }: NodeDescription): Readonly<Record<string, object>> {
  const echoes = Object.keys(services["ThriftTest"]?.methods ?? {}).map((name) => [name, echo] as const);
  return {
    ThriftTest: { ...Object.fromEntries(echoes), ...thriftTest(values) },
    SecondService: { secondtestString: (thing: string) => `testString("${thing}")` },
    Lab: lab(values, widened),
    Uuids: { echo, look: see(values, "UuidBox", "UuidsSeen") },
  };
}

function thriftTest(values: Values): object {
  const xtruct = values.classOf("Xtruct");
  const insanity = values.classOf("Insanity");
  return {
    testVoid: () => undefined,
    testMapMap: (hello: number) => (hello === undefined ? {} : { "-4": upTo(-1), 4: upTo(1) }),
    testInsanity: (argument: object) => ({ 1: { 2: argument, 3: argument }, 2: { 6: new insanity({}) } }),
    testMulti: (arg0: number, arg1: number, arg2: object, _3: object, _4: number, _5: object) =>
      new xtruct({ string_thing: "Hello2", byte_thing: arg0, i32_thing: arg1, i64_thing: arg2 }),
    async testException(arg: string) {
      if (arg === "Xception") throw values.struct("Xception", { errorCode: 1001, message: arg });
      if (arg === "TException") throw new Error("undeclared");
    },
    async testMultiException(arg0: string, arg1: string) {
      if (arg0 === "Xception") {
        throw values.struct("Xception", { errorCode: 1001, message: "This is an Xception" });
      }
      if (arg0 === "Xception2") {
        const thing = { string_thing: "This is an Xception2" };
        throw values.struct("Xception2", { errorCode: 2002, struct_thing: thing });
      }
      return new xtruct({ string_thing: arg1 });
    },
  };
}

function lab(values: Values, widened: NodeDescription["widened"]): object {
  let note = "";
  return {
    add: (a: never, b: never) => library.fromBigInt(library.toBigInt(a) + library.toBigInt(b)),
    nothing: () => undefined,
    see: see(values, "Thing", "Seen"),
    text: echo,
    bytes: echo,
    narrow: echo,
    widen: (first: number) => values.struct("Wide", { ...widened, first }),
    async fail(how: string) {
      const declared = { code: -7, reason: "as declared", where: { x: 1, y: 2 } };
      if (how === "declared") throw values.struct("Declared", declared);
      if (how === "other") throw values.struct("Other", {});
      if (how === "undeclared") throw new Error("undeclared");
      return 0;
    },
    note(value: string) {
      note = value;
    },
    noted: () => note,
  };
}

/** The value, and what it was taken for. */
function see(values: Values, type: string, seen: string): Echo {
  return (value) => new (values.classOf(seen))({ value, text: JSON.stringify(values.plain(["struct", type], value)) });
}

function upTo(sign: number): object {
  return Object.fromEntries([1, 2, 3, 4].map((n) => [sign * n, sign * n]));
}
