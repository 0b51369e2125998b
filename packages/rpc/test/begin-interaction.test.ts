import { ApplicationError, type Call, type Filter, ProtocolError, type Reply, TransportError } from "@seapink/core";
import { createClient, type InteractionClient } from "@seapink/rpc";
import { expect, test } from "vitest";
import { replyOf, scripted } from "./calls.ts";
import { diskType } from "./disk.ts";

const unsent = { mayHaveRun: false };

/** A handle that begins with its first call; the calls are answered as the steps say. */
function begin(...steps: readonly (Error | Reply | undefined)[]): {
  readonly file: InteractionClient;
  readonly calls: readonly Call[];
} {
  const handle = scripted(...steps);
  const file = createClient(diskType(), { handle })["createFile"]?.() as unknown as InteractionClient;
  return { file, calls: handle.calls };
}

async function tell({ file }: ReturnType<typeof begin>): Promise<unknown> {
  return file["tell"]?.().catch((e: unknown) => e);
}

test("the first call says that it creates, the others do not; all name the same", async () => {
  const begun = begin();
  await Promise.all([1, 2, 3].map(() => tell(begun)));
  expect(begun.calls.map(({ interaction }) => interaction?.create)).toEqual([true, false, false]);
  expect(new Set(begun.calls.map(({ interaction }) => interaction?.of)).size).toBe(1);
  expect(begun.calls.map(({ interaction }) => interaction?.of.name)).toEqual(["File", "File", "File"]);
});

test("two handles are two", async () => {
  const { file, calls } = begin();
  const other = begin();
  await Promise.all([file["tell"]?.(), other.file["tell"]?.()]);
  expect(calls[0]?.interaction?.of).not.toBe(other.calls[0]?.interaction?.of);
});

test("nothing is sent for a handle that is only closed, and nothing later", async () => {
  const begun = begin();
  await begun.file.close();
  expect(await tell(begun)).toMatchObject({
    code: "interaction_lost",
    message: "File: the interaction is over: it was closed",
    ...unsent,
  });
  expect(begun.calls).toEqual([]);
});

test.each<[outcome: string, first: Error | Reply | undefined]>([
  ["was answered", replyOf()],
  ["failed on the server", new ApplicationError("internal_error", "internal error")],
  ["was cancelled while it ran", new TransportError("cancelled", "cancelled")],
  ["timed out while it ran", new TransportError("timed_out", "timed out")],
  ["was not answered readably", new ProtocolError("invalid_data", "expected something else", { mayHaveRun: true })],
])("behind a first call that %s, the next is called on the interaction", async (_, first) => {
  const begun = begin(first);
  await tell(begun);
  expect(await tell(begun)).toBeUndefined();
  expect(begun.calls.map(({ interaction }) => interaction?.create)).toEqual([true, false]);
});

test.each([
  ["cancelled", new TransportError("cancelled", "cancelled", unsent)],
  ["late", new TransportError("timed_out", "timed out", unsent)],
  ["too much", new TransportError("overloaded", "too many calls", unsent)],
  ["not to be written", new ProtocolError("invalid_data", "expected string, got number", unsent)],
])("a first call that was %s before it was sent leaves it to the next one to create", async (_, error) => {
  const begun = begin(error, error);
  expect(await tell(begun)).toBe(error);
  expect(await tell(begun)).toBe(error);
  expect(await tell(begun)).toBeUndefined();
  await tell(begun);
  expect(begun.calls.map(({ interaction }) => interaction?.create)).toEqual([true, true, true, false]);
  expect(begun.calls[0]?.interaction?.of).toBe(begun.calls[3]?.interaction?.of);
});

test("a first call that a filter throws at leaves it to the next one to create", async () => {
  const handle = scripted();
  const refused = new Error("not now");
  let isRefusing = true;
  const refusing: Filter = (next) => (call) => {
    if (isRefusing) throw refused;
    return next(call);
  };
  const client = createClient(diskType(), { handle }, { filters: [refusing] });
  const file = client["createFile"]?.() as unknown as InteractionClient;
  await expect(file["tell"]?.()).rejects.toBe(refused);
  isRefusing = false;
  await file["tell"]?.();
  await file["tell"]?.();
  expect(handle.calls.map(({ interaction }) => interaction?.create)).toEqual([true, false]);
});

test.each([
  ["was refused", new ApplicationError("overloaded", "busy"), "its creation failed"],
  ["cannot be carried", new ApplicationError("unknown_method", "no such method"), "its creation failed"],
  ["was lost", new ApplicationError("interaction_lost", "over", unsent), "a call on it was told so"],
  ["found no connection", new TransportError("not_open", "no connection", unsent), "its connection is gone"],
  ["lost its connection", new TransportError("closed", "the cable broke"), "its connection is gone"],
])("a first call that %s ends the handle", async (_, error, why) => {
  const begun = begin(error);
  expect(await tell(begun)).toBe(error);
  expect(await tell(begun)).toMatchObject({
    code: "interaction_lost",
    message: `File: the interaction is over: ${why}`,
    cause: error,
    ...unsent,
  });
  expect(begun.calls).toHaveLength(1);
  expect(begun.calls[0]?.interaction?.of.ended.reason).toBe(error);
});

test("a handle whose first call failed on the server still ends with its connection", async () => {
  const cut = new TransportError("closed", "the cable broke");
  const begun = begin(new ApplicationError("internal_error", "internal error"), cut);
  await tell(begun);
  expect(await tell(begun)).toBe(cut);
  expect(await tell(begun)).toMatchObject({ code: "interaction_lost", cause: cut });
  expect(begun.calls).toHaveLength(2);
});
