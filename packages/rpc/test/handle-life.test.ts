import { ApplicationError, TransportError } from "@seapink/core";
import { binary } from "@seapink/protocol-binary";
import { createClient, type InteractionClient } from "@seapink/rpc";
import { describe, expect, test } from "vitest";
import { replyOf, scripted, TestItems } from "./calls.ts";
import { diskType } from "./disk.ts";

const unsent = { mayHaveRun: false };
const failure = async (promise: Promise<unknown> | undefined): Promise<unknown> => promise?.catch((e: unknown) => e);
const opened = { ...replyOf(), protocol: binary() };
const busy = new ApplicationError("overloaded", "busy");
const closed = new TransportError("closed", "the cable broke");

describe("a handle", () => {
  test.each([
    ["lost its connection", closed, "its connection is gone"],
    ["found no connection", new TransportError("not_open", "no connection", unsent), "its connection is gone"],
    ["was told that it is over", new ApplicationError("interaction_lost", "idle", unsent), "a call on it was told so"],
  ])("is over for good once a call %s", async (_, error, why) => {
    const handle = scripted(opened, undefined, error);
    const file = (await createClient(diskType(), { handle })["open"]?.()) as InteractionClient;
    await file["tell"]?.();
    expect(await failure(file["tell"]?.())).toBe(error);
    const over = {
      code: "interaction_lost",
      message: `File: the interaction is over: ${why}`,
      cause: error,
      ...unsent,
    };
    for (let i = 0; i < 2; i++) expect(await failure(file["tell"]?.())).toMatchObject(over);
    expect(handle.calls).toHaveLength(3);
    expect(handle.calls[0]?.interaction?.of.ended.reason).toBe(error);
    await file.close();
    expect(await failure(file["tell"]?.())).toMatchObject(over);
  });

  test.each([
    ["failed", new ApplicationError("internal_error", "internal error")],
    ["was refused", busy],
    ["was cancelled", new TransportError("cancelled", "cancelled")],
    ["timed out", new TransportError("timed_out", "timed out")],
    ["failed in a filter", new Error("a filter")],
  ])("outlives a call that %s", async (_, error) => {
    const handle = scripted(opened, error);
    const file = (await createClient(diskType(), { handle })["open"]?.()) as InteractionClient;
    expect(await failure(file["tell"]?.())).toBe(error);
    expect(await failure(file["tell"]?.())).toBeUndefined();
    expect(handle.calls[0]?.interaction?.of.ended.aborted).toBe(false);
  });

  test.each([
    ["is refused", busy, "its creation failed"],
    ["fails", new Error("a filter"), "its creation failed"],
    ["loses its connection", closed, "its connection is gone"],
  ])("is over when its creation %s", async (_, error, why) => {
    const handle = scripted(error);
    const opening = createClient(diskType(), { handle })["open"]?.();
    expect(await failure(opening)).toBe(error);
    const late = await failure(opening?.handle["tell"]?.());
    expect(late).toMatchObject({ message: `File: the interaction is over: ${why}`, cause: error, ...unsent });
    expect(handle.calls).toHaveLength(1);
  });

  test("does not end for a call that came behind a creation which is sent again, and goes well", async () => {
    const created = Promise.withResolvers<undefined>();
    const handle = scripted(undefined, new ApplicationError("interaction_lost", "not here", unsent));
    const filter = (next: typeof handle) => (call: Parameters<typeof handle>[0]) =>
      call.method === "open" ? created.promise.then(() => opened) : next(call);
    const opening = createClient(diskType(), { handle }, { filters: [filter as never] })["open"]?.();
    const file = opening?.handle as unknown as InteractionClient;
    await file["tell"]?.();
    expect(await failure(file["tell"]?.())).toMatchObject({ code: "interaction_lost" });
    created.resolve(undefined);
    await opening;
    expect(await failure(file["tell"]?.())).toBeUndefined();
  });
});

function onHeaders(): never {
  throw new Error("no headers wanted");
}

describe("behind a creation", () => {
  const watching = "openAndWatch";
  test("items are returned if its headers cannot be taken", async () => {
    const items = new TestItems(3);
    const client = createClient(diskType(), { handle: scripted(replyOf(items)) });
    expect(await failure(client[watching]?.({}, { onHeaders }))).toEqual(new Error("no headers wanted"));
    expect(items.returned).toHaveBeenCalledOnce();
  });

  test("a sink's items are returned if it fails", async () => {
    let isReturned = false;
    async function* words(): AsyncGenerator<string> {
      try {
        yield "a";
      } finally {
        isReturned = true;
      }
    }
    const items = words();
    await items.next();
    const client = createClient(diskType(), { handle: scripted(closed) });
    expect(await failure(client["openAndGather"]?.({}, { items }))).toBe(closed);
    expect(isReturned).toBe(true);
  });

  test("a final response that fails surprises nobody who does not await it", async () => {
    const client = createClient(diskType(), { handle: scripted({ ...replyOf(new TestItems(0)), protocol: binary() }) });
    const created: unknown = await client["openAndGather"]?.({}, { items: [] });
    const [, final] = created as [unknown, Promise<unknown>];
    expect(await failure(final)).toMatchObject({ code: "missing_result" });
  });

  test("a sink without items is refused", async () => {
    const handle = scripted();
    expect(await failure(createClient(diskType(), { handle })["openAndGather"]?.())).toEqual(
      new TypeError("openAndGather: expected items in the options"),
    );
    expect(handle.calls).toEqual([]);
  });
});
