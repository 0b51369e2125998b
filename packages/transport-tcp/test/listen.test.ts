import { once } from "node:events";
import { type Accepted, connect, listen, type ListenOptions } from "@seapink/transport-tcp";
import { expect, test, vi } from "vitest";
import { Errors } from "./errors.ts";
import { RawSocket } from "./raw-socket.ts";
import { ask, echo, lines, reply } from "./toy-dialect.ts";

const dialects = [lines("echo"), lines("echoes"), lines("other")];
const [first, second, third] = dialects as [(typeof dialects)[0], (typeof dialects)[0], (typeof dialects)[0]];

test("says where it listens", async () => {
  await using server = await listen(echo, { port: 0, dialects });
  expect(server.port).toBeGreaterThan(0);
  expect(server.address).toBe(`tcp://127.0.0.1:${server.port}`);
});

test("says which port it could not have", async () => {
  await using server = await listen(echo, { port: 0, dialects });
  const error: unknown = await listen(echo, { port: server.port, dialects }).catch((error: unknown) => error);
  expect(error).toMatchObject({ code: "not_open", cause: { code: "EADDRINUSE" } });
  expect((error as Error).message).toBe(`expected to listen on ${server.address}, got EADDRINUSE`);
});

test.each<[Partial<ListenOptions>, string]>([
  [{ dialects: [] }, "dialects: expected at least one, got none"],
  [{ maxConnections: 0 }, "maxConnections: expected a whole number from 1, got 0"],
  [{ maxConnections: 0.5 }, "maxConnections: expected a whole number from 1, got 0.5"],
  [{ maxConnections: Number.NaN }, "maxConnections: expected a whole number from 1, got NaN"],
  [{ port: -1 }, "port: expected a whole number from 0 to 65535, got -1"],
  [{ port: 70_000 }, "port: expected a whole number from 0 to 65535, got 70000"],
  [{ port: 0.5 }, "port: expected a whole number from 0 to 65535, got 0.5"],
  [{ host: "" }, 'host: expected a name or an address, got string ""'],
  [{ limits: { maxDepth: 0 } }, "maxDepth must be positive, got 0"],
])("rejects %j, which cannot be meant", async (options, message) => {
  // Not what the types let through: a path and a port.
  const wrong = { port: 0, dialects, ...options } as ListenOptions;
  await expect(listen(echo, wrong)).rejects.toThrow(new RangeError(message));
});

test.each<[what: string, Partial<Record<keyof ListenOptions, unknown>>, string]>([
  ["a dialect without its list", { dialects: first }, "dialects: expected an array, got object"],
  ["no dialects", { dialects: undefined }, "dialects: expected an array, got undefined"],
  ["a dialect that is missing", { dialects: [undefined] }, "dialects[0]: expected a dialect, got undefined"],
  ["a hole", { dialects: Array.from({ length: 1 }) }, "dialects[0]: expected a dialect, got undefined"],
  ["a factory of dialects", { dialects: [first, lines] }, "dialects[1]: expected a dialect, got function"],
  ["an empty object", { dialects: [{}] }, "dialects[0]: expected a dialect, got object"],
  ["half a dialect", { dialects: [{ ...first, detect: undefined }] }, "dialects[0]: expected a dialect, got object"],
  ["a word to call", { onConnection: "call" }, 'onConnection: expected a function, got string "call"'],
  ["a number to tell", { onError: 5 }, "onError: expected a function, got number 5"],
])("rejects %s before it listens", async (_, options, message) => {
  // Not what the types let through.
  const wrong = { port: 0, dialects, ...options } as unknown as ListenOptions;
  await expect(listen(echo, wrong)).rejects.toThrow(new TypeError(message));
});

test("rejects a handler that is no function", async () => {
  // Methods, say, that nobody has implemented a service with.
  const wrong = { get: echo } as unknown as typeof echo;
  await expect(listen(wrong, { port: 0, dialects })).rejects.toThrow(
    new TypeError("handler: expected a function, got object"),
  );
});

test("may have any number of connections", async () => {
  await using server = await listen(echo, { port: 0, dialects, maxConnections: Number.POSITIVE_INFINITY });
  await using channel = await connect({ port: server.port, dialect: first });
  expect(await ask(channel, "hello")).toBe("hello");
});

test("speaks several dialects on one port, and tells who came", async () => {
  const accepted: Accepted[] = [];
  const onConnection = (connection: Accepted): void => void accepted.push(connection);
  await using server = await listen(echo, { port: 0, dialects, onConnection });
  for (const dialect of [third, second, first]) {
    await using channel = await connect({ port: server.port, dialect });
    expect(await ask(channel, dialect.name)).toBe(dialect.name);
  }
  expect(accepted.map(({ dialect }) => dialect.name)).toStrictEqual(["other", "echoes", "echo"]);
  expect(accepted[0]?.info.address).toMatch(/^tcp:\/\/127\.0\.0\.1:\d+$/);
});

test("finds the dialect however the first bytes are cut, and loses none of them", async () => {
  await using server = await listen(echo, { port: 0, dialects });
  using raw = new RawSocket(server.port);
  raw.socket.setNoDelay(true);
  for (const letter of "echoes hello\n") {
    raw.socket.write(letter);
    await new Promise(setImmediate);
  }
  expect(await raw.received("echoes hello\n")).toBe("echoes hello\n");
});

test("answers what came in one piece with the end", async () => {
  await using server = await listen(echo, { port: 0, dialects });
  using raw = new RawSocket(server.port);
  raw.socket.end("echo a\necho b\n");
  expect(await raw.received("echo a\necho b\n")).toBe("echo a\necho b\n");
  await once(raw.socket, "close");
});

test("closes a silent connection in time, however many dialects there are", async () => {
  for (const some of [[first], dialects]) {
    const errors = new Errors();
    const settings = { port: 0, limits: { detectTimeoutMs: 10 }, onError: errors.onError };
    await using server = await listen(echo, { ...settings, dialects: some });
    using raw = new RawSocket(server.port);
    await raw.closed();
    const expected = some.map(({ name }) => name).join(" or ");
    expect(await errors.texts(1)).toStrictEqual([
      `timed_out: closed PEER: expected ${expected} within 10 ms, got nothing`,
    ]);
  }
});

test("lets TLS choose the dialect", async () => {
  const { candidates } = await import("../src/choose-dialect.ts");
  const some = [lines("a", "x"), lines("b", "y"), lines("c", "x")];
  const names = (alpn: string | undefined): string[] => candidates(some, alpn).map(({ name }) => name);
  expect([names("x"), names("y"), names("z"), names(undefined)]).toStrictEqual([
    ["a", "c"],
    ["b"],
    ["a", "b", "c"],
    ["a", "b", "c"],
  ]);
});

test("refuses more connections than it may have, at once, and takes one when another has gone", async () => {
  const errors = new Errors();
  await using server = await listen(echo, { port: 0, dialects, maxConnections: 2, onError: errors.onError });
  const channels = [await connect({ port: server.port, dialect: first })];
  channels.push(await connect({ port: server.port, dialect: first }));
  await Promise.all(channels.map((channel) => ask(channel, "in")));
  using third = new RawSocket(server.port, "echo out\n");
  await third.closed();
  expect(await errors.texts(1)).toStrictEqual(["overloaded: refused PEER: expected at most 2 connections"]);
  await channels[0]?.close();
  await using fourth = await connect({ port: server.port, dialect: first });
  expect(await ask(fourth, "in again")).toBe("in again");
  await channels[1]?.close();
});

test("drains: what runs is answered, what comes is refused, and then all is closed", async () => {
  const started = Promise.withResolvers<void>();
  const finish = Promise.withResolvers<void>();
  const server = await listen(
    async (call) => {
      started.resolve();
      await finish.promise;
      return reply(call.method);
    },
    { port: 0, dialects },
  );
  const channel = await connect({ port: server.port, dialect: first });
  const answer = ask(channel, "slow");
  using undecided = new RawSocket(server.port, "e");
  await Promise.all([started.promise, once(undecided.socket, "connect")]);
  const closed = server.close();
  expect(server.close()).toBe(closed);
  await undecided.closed();
  await expect(connect({ port: server.port, dialect: first })).rejects.toThrow("ECONNREFUSED");
  finish.resolve();
  expect(await answer).toBe("slow");
  await closed;
  await channel.close();
});

test("cuts off what does not drain in time", async () => {
  const started = Promise.withResolvers<void>();
  const handler = (): Promise<undefined> => {
    started.resolve();
    return new Promise(() => undefined);
  };
  const errors = new Errors();
  const limits = { drainTimeoutMs: 20 };
  const server = await listen(handler, { port: 0, dialects, limits, onError: errors.onError });
  const channel = await connect({ port: server.port, dialect: first, onError: () => undefined });
  const answer = ask(channel, "for ever");
  await started.promise;
  await Promise.all([server.close(), expect(answer).rejects.toMatchObject({ code: "closed" })]);
  expect(await errors.texts(1)).toStrictEqual(["timed_out: expected to drain within 20 ms"]);
});

test("cuts off peers that do not end when it does", async () => {
  const errors = new Errors();
  const limits = { drainTimeoutMs: 20 };
  const server = await listen(echo, { port: 0, dialects, limits, onError: errors.onError });
  using raw = new RawSocket(server.port, "echo a\n");
  await raw.received("echo a\n");
  await server.close();
  expect((await errors.texts(1))[0]).toMatch(/^timed_out: expected /);
});

test("goes on when a callback or a dialect throws", async () => {
  const log = vi.spyOn(console, "error").mockReturnValue();
  const errors = new Errors();
  const onError = (error: unknown): never => fail(errors.onError(error));
  await using server = await listen(echo, { port: 0, dialects, onConnection: failing.onConnection, onError });
  await using deaf = await listen(echo, { port: 0, dialects: [{ ...first, accept: failing.accept }], onError });
  await using blind = await listen(echo, { port: 0, dialects: [{ ...first, detect: failing.detect }], onError });
  await using channel = await connect({ port: server.port, dialect: first });
  expect(await ask(channel, "a")).toBe("a");
  for (const { port } of [deaf, blind]) {
    using raw = new RawSocket(port, "echo a\n");
    await raw.closed();
  }
  expect(await errors.texts(3)).toStrictEqual([
    "Error: onConnection",
    "Error: accept",
    "corrupt: closed PEER: expected echo, got 65 63 68 6f 20 61 0a (text)",
  ]);
  expect((errors.all[2] as Error).cause).toStrictEqual(new Error("detect"));
  expect(log.mock.calls.length).toBe(6);
  log.mockRestore();
});

test("reports what async callbacks reject with", async () => {
  const log = vi.spyOn(console, "error").mockReturnValue();
  const errors = new Errors();
  // Lint knows better than to allow what compiles.
  const onError = (error: unknown): unknown => {
    errors.onError(error);
    return Promise.reject(Error("onError"));
  };
  await using server = await listen(echo, { port: 0, dialects, onConnection: failing.later, onError });
  await using channel = await connect({ port: server.port, dialect: first });
  expect(await ask(channel, "a")).toBe("a");
  expect(await errors.texts(1)).toStrictEqual(["Error: onConnection"]);
  await vi.waitFor(() => expect(log.mock.calls).toStrictEqual([[errors.all[0]], [new Error("onError")]]));
  log.mockRestore();
});

const failing = {
  onConnection: () => fail("onConnection"),
  later: (): unknown => Promise.reject(Error("onConnection")),
  accept: () => fail("accept"),
  detect: () => fail("detect"),
};

function fail(what: unknown): never {
  throw new Error(String(what));
}
