import { createClient, type InteractionClient, implement, local, reconnecting } from "@seapink/rpc";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { callOf, replyOf } from "./calls.ts";
import { diskType } from "./disk.ts";
import { Echo, echo } from "./echo.ts";

const broken = new Error("broken");
const failure = new Error("no disk for the log");

const reporters: readonly (readonly [how: string, onError: () => void])[] = [
  [
    "throws",
    () => {
      throw failure;
    },
  ],
  ["rejects", () => Promise.reject(failure)],
];

const uncaught: unknown[] = [];
const onUncaught = (error: unknown): unknown => uncaught.push(error);

beforeAll(() => void process.on("uncaughtException", onUncaught).on("unhandledRejection", onUncaught));
afterAll(() => void process.off("uncaughtException", onUncaught).off("unhandledRejection", onUncaught));
beforeEach(() => void vi.spyOn(console, "error").mockImplementation(() => undefined));
afterEach(() => void vi.restoreAllMocks());
afterEach(() => expect(uncaught).toEqual([]));

function told(): unknown[] {
  return vi.mocked(console.error).mock.calls.map((line) => line.at(-1));
}

describe.each(reporters)("a function to report to that %s", (_, onError) => {
  test("does not keep the caller from its answer", async () => {
    const channel = local(implement(Echo, { ...echo, say: () => Promise.reject(broken) }), { onError });
    await expect(createClient(Echo, channel).say({ text: "" })).rejects.toMatchObject({ code: "internal_error" });
    await vi.waitFor(() => expect(told()).toEqual([broken, failure]));
  });

  test("does not keep an interaction from failing", async () => {
    const type = diskType();
    const names = [...type.methods.keys(), "createFile"];
    const handler = implement(type, Object.fromEntries(names.map((name) => [name, () => Promise.reject(broken)])), {
      onError,
    });
    const file = createClient(type, local(handler))["createFile"]?.() as unknown as InteractionClient;
    await expect(file["note"]?.()).rejects.toMatchObject({ code: "interaction_lost" });
    await vi.waitFor(() => expect(told()).toEqual([broken, failure]));
  });

  test("does not keep a channel from failing to connect, nor from connecting again", async () => {
    const attempts = [Promise.reject(broken), local(async () => replyOf())];
    const channel = reconnecting(async () => attempts.shift() ?? expect.unreachable(), { onError, minDelayMs: 1 });
    await expect(channel.handle(callOf())).rejects.toMatchObject({ code: "not_open" });
    expect(await channel.handle(callOf())).toEqual(replyOf());
    await vi.waitFor(() => expect(told()).toEqual([broken, failure]));
  });

  test("does not keep a channel from losing its connection", async () => {
    const connection = local(async () => replyOf());
    const channel = reconnecting(async () => connection, { onError });
    await channel.handle(callOf());
    await connection.close(broken);
    await vi.waitFor(() => expect(told()).toEqual([connection.closing.reason, failure]));
  });
});
