import { getEventListeners, once } from "node:events";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { type Dialect, TransportError } from "@seapink/core";
import { connect, type ConnectOptions, listen } from "@seapink/transport-tcp";
import { afterEach, beforeEach, expect, test } from "vitest";
import { closing } from "./socket-pair.ts";
import { ask, echo, lines } from "./toy-dialect.ts";

const dialect = lines("echo");
/** A dialect whose server never says the word that the client waits for. */
const neverBegins: Dialect = { ...dialect, connect: () => new Promise(() => undefined) };

let silent: Server;
let port: number;

beforeEach(async () => {
  silent = createServer().listen(0, "127.0.0.1");
  await once(silent, "listening");
  // A server on a port has no text here.
  port = (silent.address() as AddressInfo).port;
});

afterEach(() => void silent.close());

async function nextSocket(): Promise<Socket> {
  const [socket] = (await once(silent, "connection")) as [Socket];
  return socket.on("error", () => undefined).resume();
}

async function failure(promise: Promise<unknown>): Promise<TransportError> {
  const error = await promise.then(
    () => expect.fail("expected an error, got a channel"),
    (error: unknown) => error,
  );
  expect(error).toBeInstanceOf(TransportError);
  return error as TransportError;
}

test("connects to a server and calls it", async () => {
  await using server = await listen(echo, { port: 0, dialects: [dialect] });
  await using channel = await connect({ port: server.port, dialect });
  expect(await Promise.all(["a", "b", "c"].map((method) => ask(channel, method)))).toStrictEqual(["a", "b", "c"]);
});

test.each<[options: Partial<Record<keyof ConnectOptions, unknown>>, message: string]>([
  [{ dialect: undefined }, "dialect: expected a dialect, got undefined"],
  [{ dialect: lines }, "dialect: expected a dialect, got function"],
  [{ handler: {} }, "handler: expected a function, got object"],
  [{ onError: 5 }, "onError: expected a function, got number 5"],
])("rejects %o, which is of the wrong kind", async (options, message) => {
  // Not what the types let through.
  const wrong = { port, dialect, ...options } as unknown as ConnectOptions;
  await expect(connect(wrong)).rejects.toThrow(new TypeError(message));
});

test("says where it expected a server that is not there", async () => {
  silent.close();
  const error = await failure(connect({ port, dialect }));
  expect(error).toMatchObject({ code: "not_open", mayHaveRun: false, cause: { code: "ECONNREFUSED" } });
  expect(error.message).toBe(`expected a server at tcp://127.0.0.1:${port}, got ECONNREFUSED`);
});

test("says which name is unknown", async () => {
  const error = await failure(connect({ port, host: "no-such-host.invalid", dialect }));
  expect(error).toMatchObject({ code: "not_open", mayHaveRun: false });
  expect(error.message).toMatch(/^expected a server at tcp:\/\/no-such-host\.invalid:\d+, got E/);
});

test("gives up in time, and leaves nothing open", async () => {
  const socket = nextSocket();
  const { signal } = new AbortController();
  const error = await failure(connect({ port, dialect: neverBegins, signal, connectTimeoutMs: 20 }));
  expect(error).toMatchObject({ code: "timed_out", mayHaveRun: false, cause: { name: "TimeoutError" } });
  expect(error.message).toBe(`expected a connection to tcp://127.0.0.1:${port} within 20 ms`);
  expect(getEventListeners(signal, "abort")).toStrictEqual([]);
  await closing(await socket);
});

test("gives up when it is told to, and leaves nothing open", async () => {
  const abort = new AbortController();
  const socket = nextSocket();
  const channel = connect({ port, dialect: neverBegins, signal: abort.signal });
  const closed = closing(await socket);
  abort.abort("enough");
  expect(await failure(channel)).toMatchObject({ code: "cancelled", mayHaveRun: false, cause: "enough" });
  await closed;
  expect(getEventListeners(abort.signal, "abort")).toStrictEqual([]);
});

test("gives up before it has an answer of the system", async () => {
  const abort = new AbortController();
  const channel = connect({ port, host: "localhost", dialect, signal: abort.signal });
  abort.abort("enough");
  expect(await failure(channel)).toMatchObject({ code: "cancelled", cause: "enough" });
});

test("does not begin when it is too late", async () => {
  let count = 0;
  silent.on("connection", () => count++);
  const signal = AbortSignal.abort("before");
  expect(await failure(connect({ port, dialect, signal }))).toMatchObject({ code: "cancelled", cause: "before" });
  await using server = await listen(echo, { port: 0, dialects: [dialect] });
  await using channel = await connect({ port: server.port, dialect });
  await ask(channel, "a round trip later");
  expect(count).toBe(0);
});

test("forgets the signal once it is connected", async () => {
  const abort = new AbortController();
  await using server = await listen(echo, { port: 0, dialects: [dialect] });
  await using channel = await connect({ port: server.port, dialect, signal: abort.signal });
  expect(getEventListeners(abort.signal, "abort")).toStrictEqual([]);
  abort.abort();
  expect(await ask(channel, "still here")).toBe("still here");
});

test("hands on why a dialect could not begin, and leaves nothing open", async () => {
  const reason = new TransportError("corrupt", "expected a greeting, got noise");
  const socket = nextSocket();
  const channel = connect({ port, dialect: { ...dialect, connect: () => Promise.reject(reason) } });
  expect(await failure(channel)).toBe(reason);
  await closing(await socket);
});

test.each([
  [{ port: 70_000 }, "port: expected a whole number from 1 to 65535, got 70000"],
  [{ port: 0 }, "port: expected a whole number from 1 to 65535, got 0"],
  [{ port: Number.NaN }, "port: expected a whole number from 1 to 65535, got NaN"],
  [{ connectTimeoutMs: Number.NaN }, "connectTimeoutMs: expected more than 0, got NaN"],
  [{ connectTimeoutMs: -5 }, "connectTimeoutMs: expected more than 0, got -5"],
  [{ connectTimeoutMs: 0 }, "connectTimeoutMs: expected more than 0, got 0"],
  [{ limits: { maxFrameBytes: -1 } }, "maxFrameBytes must be positive, got -1"],
])("rejects %j, which cannot be meant", async (options, message) => {
  await expect(connect({ port, dialect, ...options })).rejects.toThrow(new RangeError(message));
});
