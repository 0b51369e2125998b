import { ApplicationError, derive, type Filter, limits, type Scope } from "@seapink/core";
import { type Context, createClient, implement, local, serve } from "@seapink/rpc";
import { binary } from "@seapink/protocol-binary";
import { exception, field, i32, interaction, method, service, type ServiceType, string } from "@seapink/schema";
import { describe, expect, test } from "vitest";
import { callOf } from "./calls.ts";
import { Echo, echo } from "./echo.ts";

/** A service whose methods are named so, and return their names. */
function named(...names: readonly string[]): ServiceType {
  return service(
    "Named",
    names.map((name) => method(name, { returns: string })),
  );
}

describe("a call that names a service", () => {
  const Base = service("Base", [method("ping", { returns: string })]);
  const Calculator = service("Calculator", [method("add", { returns: string })], { extends: Base });
  const handler = implement(Calculator, { ping: () => "pong", add: () => "sum" });

  test.each([
    [undefined, "add"],
    ["Calculator", "add"],
    ["Calculator", "ping"],
    ["Base", "ping"],
  ])("is answered where it names %s, for %s", async (name, wanted) => {
    expect(await handler(callOf({ service: name, method: wanted, protocol: binary() }))).toBeDefined();
  });

  test.each(["Weather", "", "__proto__", "calculator"])("is refused where it names %j", async (name) => {
    const refused = handler(callOf({ service: name, method: "ping" }));
    const message = `expected Calculator, got ${JSON.stringify(name)}`;
    await expect(refused).rejects.toMatchObject({ code: "unknown_service", message, mayHaveRun: false });
  });

  test("is refused where it would create an interaction of another service", async () => {
    const File = interaction("File", []);
    const files = implement(service("Files", [method("open", { creates: File })]), { open: () => ({}) });
    const scope = { peer: {} as Scope["peer"], closed: new AbortController().signal, channel: undefined };
    const create = { of: { name: "File", ended: new AbortController().signal }, create: true };
    const refused = files(callOf({ service: "Folders", method: "open", interaction: create, scope }));
    await expect(refused).rejects.toMatchObject({ code: "unknown_service" });
  });

  test("is answered by a client's service where this one extends it", async () => {
    expect(await createClient(Base, local(handler))["ping"]?.()).toBe("pong");
    expect(await createClient(Base, local(serve(handler)))["ping"]?.()).toBe("pong");
  });
});

describe("an implementation", () => {
  test.each([
    [{}, "say, tell, spell, join"],
    [{ ...echo, tell: undefined }, "tell"],
    [{ ...echo, say: "a", join: 5 }, "say, join"],
  ])("must have each method: %o", (implementation, missing) => {
    const wrong = implementation as unknown as typeof echo;
    expect(() => implement(Echo, wrong)).toThrow(new TypeError(`Echo: expected a function for ${missing}`));
  });

  test.each(["constructor", "toString", "__proto__", "hasOwnProperty"])(
    "must have a method %s of its own where the IDL has one",
    (name) => {
      expect(() => implement(named(name), {})).toThrow(new TypeError(`Named: expected a function for ${name}`));
    },
  );

  test("may have any other name for a method", async () => {
    const names = ["constructor", "toString", "__proto__", "hasOwnProperty", "set", "call", "await"];
    const methods = Object.fromEntries(names.map((name) => [name, () => `this is ${name}`]));
    const client = createClient(named(...names), local(implement(named(...names), methods)));
    for (const name of names) expect(await client[name]?.()).toBe(`this is ${name}`);
  });

  test("may be an instance of a class that inherits methods and has state", async () => {
    class Quiet {
      tell(): void {}
      spell = echo.spell;
      join = echo.join;
    }
    class Counter extends Quiet {
      #said = 0;

      say({ text }: { text: string }): string {
        return `${text} ${++this.#said}`;
      }
    }
    const client = createClient(Echo, local(implement(Echo, new Counter())));
    expect(await client.say({ text: "a" })).toBe("a 1");
    expect(await client.say({ text: "b" })).toBe("b 2");
    expect(await client.tell({ text: "c" })).toBeUndefined();
  });
});

describe("an answer", () => {
  test.each([
    ["at once", () => "a"],
    ["later", async () => "a"],
    // oxlint-disable-next-line unicorn/no-thenable -- to see that it is taken for a promise
    ["by what is a promise but in name", () => ({ then: (resolve: (text: string) => void) => resolve("a") }) as never],
  ])("may come %s", async (_, say) => {
    const client = createClient(Echo, local(implement(Echo, { ...echo, say })));
    expect(await client.say({ text: "" })).toBe("a");
  });

  test("may be a struct with a field named then", async () => {
    const Next = service("Next", [
      method("next", {
        returns: { kind: "struct", name: "Step", fields: [field(1, "then", string)], annotations: new Map() },
      }),
    ]);
    // oxlint-disable-next-line unicorn/no-thenable -- a name like others in an IDL
    const client = createClient(Next, local(implement(Next, { next: () => ({ then: "stop" }) })));
    // oxlint-disable-next-line unicorn/no-thenable -- as above
    expect(await client["next"]?.()).toEqual({ then: "stop" });
  });

  test.each([
    ["is not there", () => undefined],
    ["is of another type", () => 5],
    ["is an error of the implementation", () => Promise.reject(new Error("a secret"))],
  ])("that %s is an internal error, and reported", async (_, say) => {
    const errors: unknown[] = [];
    const handler = implement(Echo, { ...echo, say: say as unknown as () => string });
    const client = createClient(Echo, local(handler, { onError: (error) => errors.push(error) }));
    await expect(client.say({ text: "" })).rejects.toMatchObject({ code: "internal_error", message: "internal error" });
    expect(errors).toHaveLength(1);
  });

  test("that is an ApplicationError goes to the caller and is not reported", async () => {
    const errors: unknown[] = [];
    const cause = new Error("a secret");
    const notFound = new ApplicationError("not_found", "no such text", { details: { text: "a" }, cause });
    const handler = implement(Echo, { ...echo, say: () => Promise.reject(notFound) });
    const client = createClient(Echo, local(handler, { onError: (error) => errors.push(error) }));
    const error = await client.say({ text: "a" }).catch((e: unknown) => e);
    expect(error).toMatchObject({ code: "not_found", message: "no such text", details: { text: "a" } });
    expect((error as Error).cause).toBeUndefined();
    expect(errors).toEqual([]);
  });

  test.each([
    ["a stream", "spell", {}],
    ["a stream that can be iterated over", "spell", { text: "ab" }],
  ])("must be %s", async (_, name, value) => {
    const errors: unknown[] = [];
    const handler = implement(Echo, { ...echo, [name]: () => value });
    const client = createClient(Echo, local(handler, { onError: (error) => errors.push(error) }));
    await expect(client.spell({ text: "" })).rejects.toMatchObject({ code: "internal_error" });
    expect(errors).toMatchObject([{ message: "spell: expected items to iterate over, got object" }]);
  });
});

describe("a call", () => {
  test.each(["nope", "", "__proto__", "constructor", "Echo.say"])(
    "of an unknown method %j is refused",
    async (name) => {
      const message = `Echo has no method ${JSON.stringify(name)}`;
      const answer = implement(Echo, echo)(callOf({ method: name }));
      await expect(answer).rejects.toMatchObject({ code: "unknown_method", message, mayHaveRun: false });
    },
  );

  test.each([
    ["bytes that are no struct", { body: new Uint8Array([99]), protocol: binary() }],
    ["bytes that are not Thrift", { body: new Uint8Array([0]), protocol: undefined }],
  ])("with %s is refused before it runs", async (_, parts) => {
    let ran = 0;
    const say = (): string => `ran ${++ran}`;
    const error = await implement(Echo, { ...echo, say })(callOf(parts)).catch((e: unknown) => e);
    expect(error).toMatchObject({ code: "protocol_error", mayHaveRun: false });
    expect((error as Error).message).toMatch(/^say: /);
    expect(ran).toBe(0);
  });

  test("reads no deeper than the limits allow", async () => {
    const nested = new Uint8Array([12, 0, 9, 12, 0, 9, 0, 0, 0]);
    const call = callOf({ body: nested, protocol: binary() });
    const implementation = { ...echo, say: () => "read" };
    expect(await implement(Echo, implementation)(call)).toBeDefined();
    const strict = implement(Echo, implementation, { limits: limits({ maxDepth: 2 }) });
    await expect(strict(call)).rejects.toMatchObject({ code: "protocol_error" });
  });

  test("passes the filters, the first being the outermost", async () => {
    const order: string[] = [];
    const filter =
      (name: string): Filter =>
      (next) =>
      async (call) => {
        order.push(`${name} in`);
        const reply = await next(derive(call, { identity: [call.identity, name] }));
        order.push(`${name} out`);
        return reply;
      };
    const implementation = { ...echo, say: (_: object, { identity }: Context) => JSON.stringify(identity) };
    const handler = implement(Echo, implementation, { filters: [filter("a"), filter("b")] });
    expect(await createClient(Echo, local(handler)).say({ text: "" })).toBe('[[null,"a"],"b"]');
    expect(order).toEqual(["a in", "b in", "b out", "a out"]);
  });
});

describe("a declared exception", () => {
  const names = ["constructor", "toString", "__proto__", "success", "message"];

  test.each(names)("may be a field named %s", async (name) => {
    class Declared extends Error {
      readonly code: number;

      constructor({ code }: { readonly code: number }) {
        super("declared");
        this.code = code;
      }
    }
    const type = exception("Declared", [field(1, "code", i32)], { construct: Declared as never });
    const Thrower = service("Thrower", [method("run", { throws: [field(1, name, type)] })]);
    const failing = { run: () => Promise.reject(new Declared({ code: 7 })) };
    const client = createClient(Thrower, local(implement(Thrower, failing)));
    const answer = client["run"]?.();
    await expect(answer).rejects.toBeInstanceOf(Declared);
    await expect(answer).rejects.toMatchObject({ code: 7 });
    const succeeding = createClient(Thrower, local(implement(Thrower, { run: () => undefined })));
    expect(await succeeding["run"]?.()).toBeUndefined();
  });
});

test("an interaction cannot have a method named then, since its objects would be promises", () => {
  const type = interaction("Later", [method("then")]);
  const message = "Later: a method named then makes a promise of every object that has it";
  const makers = service("Maker", [method("make", { creates: type })]);
  expect(() => implement(makers, { make: () => ({}) })).toThrow(new TypeError(message));
});
