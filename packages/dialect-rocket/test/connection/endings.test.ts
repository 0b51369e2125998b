import { type Call, isApplicationError, noHeaders, type Payload, type Reply } from "@seapink/core";
import { describe, expect, test, vi } from "vitest";
import { ErrorCode, FrameType } from "../../src/frames/frame-type.ts";
import { turn } from "../hand.ts";
import { cancel, clientPushed, failure, first, item, request, requestN, serverPushed } from "../says.ts";
import { bareServer, called, callOf, replyOf, served, Source, textOf } from "../served.ts";

const never = new Promise<never>(() => undefined);
const sink = 6;
const bidi = 7;

/** Opens a sink or bidi, and takes one item; the rest waits until the test goes on. */
function busyConsumer(kind: "sink" | "bidi") {
  const { promise: mayGoOn, resolve: goOn } = Promise.withResolvers<void>();
  const { promise: ended, resolve } = Promise.withResolvers<readonly string[]>();
  async function consume(call: Call): Promise<void> {
    const seen: string[] = [];
    try {
      for await (const one of call.items ?? []) {
        seen.push(textOf(one));
        await mayGoOn;
      }
      resolve([...seen, "the end"]);
    } catch {
      resolve([...seen, "an error"]);
    }
  }
  const handler = async (call: Call): Promise<Reply> => {
    void consume(call);
    return replyOf(
      "first",
      kind === "sink" ? { [Symbol.asyncIterator]: () => ({ next: () => never }) } : new Source([], "wait"),
    );
  };
  return { handler, goOn, ended };
}

describe.each([
  ["sink", sink],
  ["bidi", bidi],
] as const)("items of a %s whose consumer is busy", (name, kind) => {
  test.each<readonly [how: string, end: (hand: Awaited<ReturnType<typeof served>>["hand"]) => void]>([
    ["the client leaves", (hand) => hand.close()],
    ["the client gives up", (hand) => hand.send(failure(ErrorCode.canceled, "gave up"))],
  ])("end in an error when %s, behind those that came", async (_, end) => {
    const { handler, goOn, ended } = busyConsumer(name);
    const { hand } = await served(handler);
    hand.send(request(kind), item("a"), item("b"));
    await turn();
    end(hand);
    await turn();
    goOn();
    expect(await ended).toEqual(["a", "b", "an error"]);
  });
});

test("a bidi that is aborted tells the server of both halves", async () => {
  const abort = new AbortController();
  const { channel, hand } = await called();
  const answered = channel.handle(callOf({ kind: "bidi", items: new Source([], "wait"), signal: abort.signal }));
  hand.send(first("opened"));
  const reply = await answered;
  hand.forget();
  abort.abort(new Error("enough"));
  expect((await hand.soFar()).map(({ type, word }) => [type, word])).toEqual([
    [FrameType.error, ErrorCode.canceled],
    [FrameType.cancel, 0],
  ]);
  await expect(reply?.items?.[Symbol.asyncIterator]().next()).rejects.toMatchObject({ code: "cancelled" });
});

describe("a call that was sent may have run", () => {
  test.each([
    ["a LEASE", { type: 2 }],
    ["an extension that must not be ignored", { type: FrameType.ext }],
    ["a version that nobody offered", serverPushed({ setupResponse: { version: 11 } })],
  ])("where %s ends the connection", async (_, frame) => {
    const { channel, hand } = await called();
    const failed = channel.handle(callOf());
    hand.send(serverPushed({ setupResponse: { version: 10 } }));
    hand.send(frame);
    await expect(failed).rejects.toMatchObject({ code: "closed", mayHaveRun: true });
  });

  test.each([ErrorCode.invalidSetup, ErrorCode.rejectedSetup, ErrorCode.connectionError])(
    "unless the server refused the setup, with %i",
    async (code) => {
      const { channel, hand } = await called();
      const failed = channel.handle(callOf());
      hand.send(failure(code, "no", 0));
      await expect(failed).rejects.toMatchObject({ mayHaveRun: false, cause: { code: "not_open" } });
    },
  );
});

const hang = (): Promise<never> => never;

test("interactions whose creation is refused are not there", async () => {
  const { hand } = await served(hang, { limits: { maxRunningCalls: 1, maxQueuedBytes: 1 } });
  hand.send(request(0));
  const create = { interactionCreate: { interactionId: 5n, interactionName: "File" } };
  for (let i = 1; i <= 20; i++) {
    hand.send(request(0, create, { streamId: 2 * i + 1 }));
    hand.send(clientPushed({ interactionTerminate: { interactionId: 5n } }));
  }
  const refused = await hand.soFar();
  expect(refused).toHaveLength(20);
  expect(refused.every(({ type, word }) => type === FrameType.error && word === ErrorCode.rejected)).toBe(true);
});

test("streams that run already count among those that may be open", async () => {
  const { hand } = await served(hang, { limits: { maxStreams: 2 } });
  for (let i = 0; i < 3; i++) hand.send(request(4, {}, { streamId: 2 * i + 1 }));
  expect((await hand.soFar()).map(({ streamId, type }) => [streamId, type])).toEqual([[5, FrameType.error]]);
  hand.send({ ...cancel, streamId: 1 });
  hand.send(request(4, {}, { streamId: 7 }));
  expect(await hand.soFar()).toEqual([]);
});

function clock(): void {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
}

describe("by the clock", () => {
  test("a client that asks for 0 items has not asked", async () => {
    clock();
    const source = new Source(["a", "b"]);
    const { hand } = await served(async () => replyOf("first", source), { rocket: { creditTimeoutMs: 1000 } });
    hand.send(request(4, {}, { word: 1 }));
    for (let i = 0; i < 3; i++) {
      await hand.soFar();
      vi.advanceTimersByTime(400);
      hand.send(requestN(0));
    }
    expect((await hand.soFar()).map(({ type }) => type)).toContain(FrameType.error);
    vi.useRealTimers();
  });

  test("a client that says nothing at all is not waited for", async () => {
    clock();
    const { channel, errors } = bareServer(() => never, { limits: { frameTimeoutMs: 1000 } });
    vi.advanceTimersByTime(1200);
    await turn();
    expect(channel.closing.aborted).toBe(true);
    expect(errors).toMatchObject([{ code: "timed_out" }]);
    vi.useRealTimers();
  });

  test("a server that is cut off waits no longer than a drain for its client", async () => {
    clock();
    const { channel } = await served(() => never, { limits: { drainTimeoutMs: 200 } });
    const closed = channel.close(new Error("now"));
    vi.advanceTimersByTime(300);
    await closed;
    vi.useRealTimers();
  });

  test("a oneway call that waits for too long is reported", async () => {
    clock();
    const { hand, errors } = await served(() => never, { limits: { maxRunningCalls: 1 } });
    hand.send(request(0));
    hand.send(request(1, { queueTimeoutMs: 100 }, { streamId: 3 }));
    await hand.soFar();
    vi.advanceTimersByTime(200);
    await turn();
    expect(errors).toMatchObject([{ code: "timed_out", mayHaveRun: false }]);
    vi.useRealTimers();
  });
});

test("a server that has too much to read leaves its client nothing to wait for", async () => {
  const { channel, hand } = await called();
  const failed = channel.handle(callOf());
  hand.send(serverPushed({ drainCompletePush: { drainCompleteCode: 1 } }));
  hand.send(failure(ErrorCode.connectionError, "too much", 0));
  const error: unknown = await failed.catch((reason: unknown) => reason);
  expect(isApplicationError(error) && error.code).toBe("overloaded");
  await hand.ended;
});

test("calls on an interaction that could not be created are told so until it is terminated", async () => {
  const nothing: Payload = { headers: noHeaders, body: Uint8Array.of(0), exception: undefined };
  const handler = async (call: Call): Promise<Reply> => {
    if (call.interaction?.create === true) throw new Error("no such file");
    return { ...nothing, protocol: undefined, items: undefined };
  };
  const { hand } = await served(handler);
  const create = { interactionCreate: { interactionId: 1n, interactionName: "File" } };
  hand.send(request(0, create));
  await hand.frame();
  hand.send(request(0, { interactionId: 1n }, { streamId: 3 }));
  const told = await hand.frame();
  expect(new TextDecoder().decode(told.data)).toContain("INTERACTION_CONSTRUCTOR_ERROR");
  hand.send(clientPushed({ interactionTerminate: { interactionId: 1n } }));
  hand.send(request(0, { interactionId: 1n }, { streamId: 5 }));
  expect(new TextDecoder().decode((await hand.frame()).data)).toContain("UNKNOWN_INTERACTION_ID");
});
