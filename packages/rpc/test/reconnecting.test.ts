import { type Channel, type Handler, limits, now, TransportError } from "@seapink/core";
import { newInteraction } from "@seapink/interactions";
import { local, reconnecting, type ReconnectingOptions } from "@seapink/rpc";
import { describe, expect, test, vi } from "vitest";
import { callOf, replyOf } from "./calls.ts";
import { fakeTime, pass, settle } from "./fake-time.ts";

fakeTime();

const unsent = { mayHaveRun: false };
const cut = new Error("the cable broke");

/** A server that one can connect to, or not, when the test says so. */
class Server {
  readonly methods: string[] = [];
  readonly channels: Channel[] = [];
  readonly errors: unknown[] = [];
  readonly channel: Channel;
  attempts = 0;
  #next: Promise<void> = Promise.resolve();

  constructor(options: ReconnectingOptions = {}) {
    const onError = (error: unknown): unknown => this.errors.push(error);
    this.channel = reconnecting(() => this.#connect(), { random: () => 0.5, onError, ...options });
  }

  /** What becomes of the attempts from now on. */
  next(outcome: Promise<void>): void {
    outcome.catch(() => undefined);
    this.#next = outcome;
  }

  async #connect(): Promise<Channel> {
    this.attempts++;
    await this.#next;
    const handler: Handler = async ({ method }) => {
      this.methods.push(method);
      return method === "hang" ? new Promise(() => undefined) : replyOf();
    };
    this.channels.push(local(handler));
    return this.channels.at(-1) as Channel;
  }

  /** The error of a call. */
  async failure(call: Parameters<Handler>[0]): Promise<unknown> {
    return this.channel.handle(call).catch((e: unknown) => e);
  }
}

describe("connecting", () => {
  test("happens with the first call, and once", async () => {
    const server = new Server();
    expect(server.attempts).toBe(0);
    const methods = Array.from({ length: 100 }, (_, i) => `m${i}`);
    await Promise.all(methods.map((method) => server.channel.handle(callOf({ method }))));
    await server.channel.handle(callOf({ method: "last" }));
    expect(server.attempts).toBe(1);
    expect(server.methods).toEqual([...methods, "last"]);
  });

  test("keeps the order of calls, whichever of them have a deadline or a signal", async () => {
    const server = new Server();
    const { signal } = new AbortController();
    const parts = [{ signal }, { deadline: now() + 500 }, {}, { signal, deadline: now() + 500 }, {}];
    const calls = parts.map((part, i) => server.channel.handle(callOf({ method: `m${i}`, ...part })));
    await Promise.resolve();
    calls.push(server.channel.handle(callOf({ method: "m5" })));
    await Promise.all(calls);
    expect(server.methods).toEqual(["m0", "m1", "m2", "m3", "m4", "m5"]);
  });

  test("that fails takes along the calls that wait for it, and is reported once", async () => {
    const server = new Server();
    server.next(Promise.reject(cut));
    const failures = await Promise.all([1, 2, 3].map(() => server.failure(callOf())));
    for (const failure of failures)
      expect(failure).toMatchObject({ code: "not_open", message: "could not connect", cause: cut, ...unsent });
    expect(server.attempts).toBe(1);
    expect(server.errors).toEqual([cut]);
  });

  test("may fail at once", async () => {
    const channel = reconnecting(() => {
      throw cut;
    });
    await expect(channel.handle(callOf())).rejects.toMatchObject({ code: "not_open", cause: cut });
  });

  test("is not begun for a call that is cancelled or late already", async () => {
    const server = new Server();
    const cancelled = await server.failure(callOf({ signal: AbortSignal.abort("enough") }));
    expect(cancelled).toMatchObject({ code: "cancelled", cause: "enough", ...unsent });
    expect(await server.failure(callOf({ deadline: now() }))).toMatchObject({ code: "timed_out", ...unsent });
    expect(server.attempts).toBe(0);
  });
});

describe("a call that waits for a connection", () => {
  test("waits no longer than its deadline", async () => {
    const server = new Server();
    server.next(new Promise(() => undefined));
    const late = server.failure(callOf({ deadline: now() + 50 }));
    await pass(60);
    expect(await late).toMatchObject({
      code: "timed_out",
      message: "say: timed out before it was sent",
      ...unsent,
    });
  });

  test("ends with its signal, and leaves no listener", async () => {
    const server = new Server();
    server.next(new Promise(() => undefined));
    const abort = new AbortController();
    const remove = vi.spyOn(abort.signal, "removeEventListener");
    const cancelled = server.failure(callOf({ signal: abort.signal, deadline: now() + 1000 }));
    abort.abort("enough");
    expect(await cancelled).toMatchObject({ code: "cancelled", cause: "enough", ...unsent });
    expect(remove).toHaveBeenCalledOnce();
    expect(vi.getTimerCount()).toBe(0);
  });

  test("leaves the others alone when it gives up", async () => {
    const server = new Server();
    const { promise, resolve } = Promise.withResolvers<void>();
    server.next(promise);
    const late = server.failure(callOf({ method: "late", deadline: now() + 50 }));
    const patient = server.channel.handle(callOf({ method: "patient" }));
    await pass(60);
    resolve();
    expect(await patient).toEqual(replyOf());
    expect(await late).toBeInstanceOf(TransportError);
    expect(server.methods).toEqual(["patient"]);
  });

  test("is one of a bounded number", async () => {
    const server = new Server({ limits: limits({ maxPendingCalls: 2 }) });
    const { promise, resolve } = Promise.withResolvers<void>();
    server.next(promise);
    const waiting = [server.failure(callOf()), server.failure(callOf())];
    const message = "expected at most 2 calls waiting for a connection";
    expect(await server.failure(callOf())).toMatchObject({ code: "overloaded", message, ...unsent });
    const closing = server.channel.close();
    expect(await Promise.all(waiting)).toMatchObject([{ code: "not_open" }, { code: "not_open" }]);
    resolve();
    await closing;
  });
});

describe("a lost connection", () => {
  test("is replaced with the next call, and reported", async () => {
    const server = new Server();
    await server.channel.handle(callOf());
    await pass(1000);
    await server.channels[0]?.close(cut);
    expect(server.attempts).toBe(1);
    await server.channel.handle(callOf());
    expect(server.attempts).toBe(2);
    expect(server.errors).toMatchObject([{ code: "not_open" }]);
  });

  test("fails the calls that ran on it", async () => {
    const server = new Server();
    const running = server.failure(callOf({ method: "hang" }));
    await settle();
    await server.channels[0]?.close(cut);
    expect(await running).toMatchObject({ code: "closed", mayHaveRun: true });
  });

  test("fails calls whose attempt gave a connection that is closed already", async () => {
    const closed = local(async () => replyOf());
    await closed.close();
    const errors: unknown[] = [];
    const channel = reconnecting(async () => closed, { onError: (error) => errors.push(error) });
    await expect(channel.handle(callOf())).rejects.toMatchObject({ code: "not_open", ...unsent });
    expect(errors).toEqual([closed.closing.reason]);
  });
});

describe("after a failed attempt", () => {
  test("the next waits longer each time, and no time after a connection that held", async () => {
    const server = new Server({ minDelayMs: 100, maxDelayMs: 400 });
    server.next(Promise.reject(cut));
    for (const waitMs of [0, 50, 100, 200, 200]) {
      const { attempts } = server;
      const failure = server.failure(callOf());
      if (waitMs > 0) await pass(waitMs - 1);
      expect(server.attempts).toBe(attempts);
      await pass(10);
      expect(await failure).toMatchObject({ code: "not_open" });
      expect(server.attempts).toBe(attempts + 1);
    }
    server.next(Promise.resolve());
    const answer = server.channel.handle(callOf());
    await pass(210);
    expect(await answer).toEqual(replyOf());
    await pass(500);
    await server.channels[0]?.close(cut);
    expect(await server.channel.handle(callOf())).toEqual(replyOf());
  });

  test("a connection that does not hold counts as another", async () => {
    const server = new Server({ minDelayMs: 100 });
    for (const waitMs of [0, 50, 100, 200]) {
      const { attempts } = server;
      const answer = server.channel.handle(callOf());
      if (waitMs > 0) await pass(waitMs - 1);
      expect(server.attempts).toBe(attempts);
      await pass(10);
      expect(await answer).toEqual(replyOf());
      await server.channels.at(-1)?.close(cut);
    }
  });
});

describe("an interaction", () => {
  const { interaction: of } = newInteraction("File");
  const begin = callOf({ method: "begin", interaction: { of, create: true } });
  const callOn = callOf({ method: "on", interaction: { of, create: false } });
  const gone = {
    code: "interaction_lost",
    message: "File: the interaction is over: its connection is gone",
    cause: { code: "not_open" },
    ...unsent,
  };
  const neverBegun = {
    code: "interaction_lost",
    message: "File: the interaction is over: it did not begin on this channel",
    ...unsent,
  };

  test("takes the calls behind its creation along", async () => {
    const server = new Server();
    await Promise.all([begin, callOn, callOn].map(server.channel.handle));
    expect(server.methods).toEqual(["begin", "on", "on"]);
  });

  test("dies with the connection that it began on", async () => {
    const server = new Server();
    await server.channel.handle(begin);
    await server.channels[0]?.close(cut);
    expect(await server.failure(callOn)).toMatchObject(gone);
    const answer = server.channel.handle(callOf());
    await pass(60);
    await answer;
    expect(await server.failure(callOn)).toMatchObject(gone);
    expect(server.methods).toEqual(["begin", "say"]);
  });

  test("that did not begin here is sent nowhere, and connects to nothing", async () => {
    const server = new Server();
    expect(await server.failure(callOn)).toMatchObject(neverBegun);
    expect(server.attempts).toBe(0);
    await server.channel.handle(callOf());
    expect(await server.failure(callOn)).toMatchObject(neverBegun);
    expect(server.methods).toEqual(["say"]);
  });

  test.each(["cancelled", "timed_out"])("whose creation is %s while it waits is not called", async (code) => {
    const server = new Server();
    const { promise, resolve } = Promise.withResolvers<void>();
    server.next(promise);
    const abort = new AbortController();
    const { deadline, signal } = code === "cancelled" ? { deadline: undefined, signal: abort.signal } : soon();
    const created = server.failure({ ...begin, deadline, signal });
    const behind = server.failure(callOn);
    abort.abort();
    await pass(30);
    const later = server.failure(callOn);
    resolve();
    expect(await created).toMatchObject({ code, ...unsent });
    expect([await behind, await later]).toMatchObject([neverBegun, neverBegun]);
    expect(server.methods).toEqual([]);
  });

  test("that has ended while its creation waited does not begin", async () => {
    const server = new Server();
    const { promise, resolve } = Promise.withResolvers<void>();
    server.next(promise);
    const { interaction, end } = newInteraction("File");
    const created = server.failure({ ...begin, interaction: { of: interaction, create: true } });
    end();
    resolve();
    const message = "File: the interaction is over: it ended before it was created";
    expect(await created).toMatchObject({ code: "interaction_lost", message, ...unsent });
    expect(server.methods).toEqual([]);
  });

  test("may begin on the next connection when its creation is tried again", async () => {
    const server = new Server();
    await server.channel.handle(begin);
    await server.channels[0]?.close(cut);
    const again = server.channel.handle(begin);
    await pass(60);
    await again;
    await server.channel.handle(callOn);
    expect(server.methods).toEqual(["begin", "begin", "on"]);
  });
});

function soon(): { readonly deadline: number; readonly signal: undefined } {
  return { deadline: now() + 10, signal: undefined };
}

describe("closing", () => {
  test.each([
    ["in order", undefined],
    ["at once", cut],
  ])("%s waits no longer than a drain does for an attempt that goes on and on", async (_, reason) => {
    const server = new Server({ limits: limits({ drainTimeoutMs: 100 }) });
    const { promise, resolve } = Promise.withResolvers<void>();
    server.next(promise);
    const waiting = server.failure(callOf());
    const ended = vi.fn<() => void>();
    const closing = server.channel.close(reason).then(ended);
    expect(await waiting).toMatchObject({ code: "not_open" });
    await pass(95);
    expect(ended).not.toHaveBeenCalled();
    await pass(20);
    await closing;
    expect(vi.getTimerCount()).toBe(0);
    resolve();
    await settle();
    expect(server.channels[0]?.closing.aborted).toBe(true);
  });

  test("is no attempt to connect", async () => {
    const server = new Server();
    await server.channel[Symbol.asyncDispose]();
    expect(await server.failure(callOf())).toMatchObject({ code: "not_open", ...unsent });
    expect(server.attempts).toBe(0);
  });

  test("drains the connection, and awaits the same end twice", async () => {
    const server = new Server({ limits: limits() });
    const running = server.failure(callOf({ method: "hang" }));
    await settle();
    const ends = [vi.fn<() => void>(), vi.fn<() => void>()];
    const closing = ends.map((end) => server.channel.close().then(end));
    await settle();
    expect(ends[0]).not.toHaveBeenCalled();
    await server.channel.close(cut);
    expect(await running).toMatchObject({ code: "closed", cause: cut });
    await Promise.all(closing);
    expect(server.errors).toEqual([]);
  });

  test("during an attempt fails what waits at once, and closes the connection that comes too late", async () => {
    const server = new Server();
    const { promise, resolve } = Promise.withResolvers<void>();
    server.next(promise);
    const waiting = server.failure(callOf());
    const closing = server.channel.close();
    expect(await waiting).toMatchObject({ code: "not_open", ...unsent });
    resolve();
    await closing;
    expect(server.channels[0]?.closing.aborted).toBe(true);
    expect([server.methods, server.errors]).toEqual([[], []]);
  });

  test("during an attempt that fails then is not reported", async () => {
    const server = new Server();
    const { promise, reject } = Promise.withResolvers<void>();
    server.next(promise);
    const waiting = server.failure(callOf());
    const closing = server.channel.close();
    reject(cut);
    await closing;
    expect(await waiting).toMatchObject({ code: "not_open" });
    expect(server.errors).toEqual([]);
  });

  test("aborts the attempt under way, and waits until it has ended", async () => {
    const aborted = vi.fn<(reason: unknown) => void>();
    const { promise, reject } = Promise.withResolvers<never>();
    const channel = reconnecting((signal) => {
      signal.addEventListener("abort", () => aborted(signal.reason));
      return promise;
    });
    const waiting = channel.handle(callOf()).catch((e: unknown) => e);
    await settle();
    const ended = vi.fn<() => void>();
    const closing = channel.close(cut).then(ended);
    await settle();
    expect(aborted.mock.calls).toEqual([[channel.closing.reason]]);
    expect(ended).not.toHaveBeenCalled();
    reject(cut);
    await closing;
    expect(await waiting).toMatchObject({ code: "not_open", cause: cut });
  });

  test("ends the wait for the next attempt, and leaves no timer", async () => {
    const server = new Server();
    server.next(Promise.reject(cut));
    await server.failure(callOf());
    const waiting = server.failure(callOf());
    await server.channel.close(cut);
    expect(await waiting).toMatchObject({ code: "not_open", cause: cut });
    expect(vi.getTimerCount()).toBe(0);
    expect(server.attempts).toBe(1);
  });
});
