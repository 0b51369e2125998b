import { ApplicationError } from "@seapink/core";
import { type Context, createClient, implement, local } from "@seapink/rpc";
import { describe, expect, test } from "vitest";
import { callOf } from "./calls.ts";
import { clientOf, Echo, echo } from "./echo.ts";
import { settle } from "./fake-time.ts";

describe("errors stay inside", () => {
  const secret = new Error("a secret");
  const inside = { code: "internal_error", message: "internal error" };

  test.each([
    [
      "at once",
      () => {
        throw secret;
      },
    ],
    ["later", () => Promise.reject(secret)],
  ])("that a method throws %s", async (_, say) => {
    const { client, errors } = clientOf({ say });
    const error = await client.say({ text: "" }).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(ApplicationError);
    expect(error).toMatchObject(inside);
    expect((error as Error).cause).toBeUndefined();
    expect(errors).toEqual([secret]);
  });

  test("that a handler throws before it returns", async () => {
    const errors: unknown[] = [];
    const channel = local(
      () => {
        throw secret;
      },
      { onError: (error) => errors.push(error) },
    );
    await expect(createClient(Echo, channel).say({ text: "" })).rejects.toMatchObject(inside);
    expect(errors).toEqual([secret]);
  });

  test("that end a stream", async () => {
    async function* spell(): AsyncGenerator<string> {
      yield "a";
      throw secret;
    }
    const { client, errors } = clientOf({ spell });
    const stream = (await client.spell({ text: "" }))[Symbol.asyncIterator]();
    expect(await stream.next()).toEqual({ done: false, value: "a" });
    await expect(stream.next()).rejects.toMatchObject(inside);
    expect(await stream.next()).toMatchObject({ done: true });
    expect(errors).toEqual([secret]);
  });

  test("that a stream throws when it is left", async () => {
    async function* spell(): AsyncGenerator<string> {
      try {
        yield "a";
      } finally {
        // oxlint-disable-next-line no-unsafe-finally -- what clean-up may do
        throw secret;
      }
    }
    const { client, errors } = clientOf({ spell });
    for await (const item of await client.spell({ text: "" })) {
      expect(item).toBe("a");
      break;
    }
    await settle();
    expect(errors).toEqual([secret]);
  });

  test("of items that do not fit, and their source is returned", async () => {
    let isReturned = false;
    async function* spell(): AsyncGenerator {
      try {
        yield 5;
      } finally {
        isReturned = true;
      }
    }
    const { client, errors } = clientOf({ spell });
    const stream = (await client.spell({ text: "" }))[Symbol.asyncIterator]();
    await expect(stream.next()).rejects.toMatchObject(inside);
    expect(errors).toMatchObject([{ code: "invalid_data", path: "success" }]);
    expect(isReturned).toBe(true);
  });

  test("of answers that do not fit", async () => {
    const { client, errors } = clientOf({ say: () => 5 });
    await expect(client.say({ text: "" })).rejects.toMatchObject(inside);
    expect(errors).toMatchObject([{ message: "say: could not write the answer", cause: { code: "invalid_data" } }]);
  });

  test.each([
    ["of the implementation", secret],
    ["that are meant for callers", new ApplicationError("not_found", "no such text")],
  ])("%s of oneway calls, and all are reported", async (_, error) => {
    const { client, errors } = clientOf({ tell: () => Promise.reject(error) });
    expect(await client.tell({ text: "" })).toBeUndefined();
    await settle();
    expect(errors).toEqual([error]);
  });

  test("of oneway calls to nobody", async () => {
    const errors: unknown[] = [];
    const channel = local(implement(Echo, echo), { onError: (error) => errors.push(error) });
    expect(await channel.handle(callOf({ kind: "oneway", method: "nope" }))).toBeUndefined();
    await settle();
    expect(errors).toMatchObject([{ code: "unknown_method" }]);
  });

  test("are reported with the scope they came from", async () => {
    const scopes: unknown[] = [];
    const say = (_: object, { call }: Context): never => {
      scopes.push(call.scope);
      throw secret;
    };
    const channel = local(implement(Echo, { ...echo, say }), { onError: (_error, scope) => scopes.push(scope) });
    await createClient(Echo, channel)
      .say({ text: "" })
      .catch(() => undefined);
    expect(scopes[0]).toMatchObject({ peer: { address: "local:" } });
    expect(scopes[1]).toBe(scopes[0]);
  });

  test("that a caller's items throw reach it, and nobody else", async () => {
    async function* items(): AsyncGenerator<string> {
      yield "a";
      throw secret;
    }
    let seen: unknown;
    const join = async (_: object, context: Context<string>): Promise<string> => {
      try {
        for await (const item of context.items) expect(item).toBe("a");
        return "";
      } catch (error) {
        seen = error;
        throw error;
      }
    };
    const { client, errors } = clientOf({ join });
    await expect(client.join({}, { items: items() })).rejects.toBe(secret);
    expect(seen).toMatchObject(inside);
    expect(errors).toEqual([]);
  });
});
