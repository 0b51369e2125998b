import { getEventListeners } from "node:events";
import { type Interaction, type Limits, limits, noHeaders, type Scope, TransportError } from "@seapink/core";
import { InteractionTable, newInteraction, type Tile } from "@seapink/interactions";
import { interaction as interactionType } from "@seapink/schema";
import { expect, test, vi } from "vitest";
import { Deferred } from "./deferred.ts";
import { Terminable } from "./terminable.ts";

const plain = interactionType("FileAccess", []);
const serial = interactionType("FileAccess", [], { serial: true });
const turns = async (): Promise<void> => {
  for (let i = 0; i < 20; i++) await Promise.resolve();
};

interface Connected {
  readonly table: InteractionTable;
  readonly drop: (reason?: unknown) => void;
}

function connected(maxInteractions = 10, others: Partial<Limits> = {}): Connected {
  const closed = new AbortController();
  const peer = { address: "memory:", alpn: undefined, identity: undefined, headers: noHeaders };
  const scope: Scope = { peer, closed: closed.signal, channel: undefined };
  return {
    table: new InteractionTable(scope, limits({ maxInteractions, ...others }), () => undefined),
    drop: (reason = new TransportError("closed", "the cable broke")) => closed.abort(reason),
  };
}

async function create(table: InteractionTable, of: Interaction, object: object): Promise<Tile> {
  const tile = table.begin(of, plain);
  await tile.create(async () => tile.created(object));
  return tile;
}

test("keeps the tiles of a connection apart by their interactions", async () => {
  const { table } = connected();
  const [a, b] = [newInteraction("FileAccess").interaction, newInteraction("FileAccess").interaction];
  const [first, second] = [await create(table, a, {}), await create(table, b, {})];
  expect([table.get(a), table.get(b), table.size]).toEqual([first, second, 2]);
  expect(table.begin(newInteraction("FileAccess").interaction, serial).type).toBe(serial);
  expect(first.type).toBe(plain);
});

test("refuses an interaction that it does not know, or that another connection has", async () => {
  const { interaction } = newInteraction("FileAccess");
  await create(connected().table, interaction, {});
  expect(() => connected().table.get(interaction)).toThrow(
    expect.objectContaining({
      code: "interaction_lost",
      mayHaveRun: false,
      message: "FileAccess: the interaction is over: there is none like it on this connection",
    }),
  );
});

test("refuses to create one twice", async () => {
  const { table } = connected();
  const { interaction } = newInteraction("FileAccess");
  const object = new Terminable();
  const tile = await create(table, interaction, object);
  expect(() => table.begin(interaction, plain)).toThrow(expect.objectContaining({ code: "protocol_error" }));
  expect(table.get(interaction)).toBe(tile);
});

test("refuses to create one that has ended", () => {
  const { table } = connected();
  const { interaction, end } = newInteraction("FileAccess");
  end();
  expect(() => table.begin(interaction, plain)).toThrow(expect.objectContaining({ code: "interaction_lost" }));
  expect(table.size).toBe(0);
});

test("holds so many interactions, and no more, until one of them is gone", async () => {
  const { table } = connected(2);
  const identities = [1, 2, 3].map(() => newInteraction("FileAccess"));
  const [first, second, third] = identities.map(({ interaction }) => interaction) as [
    Interaction,
    Interaction,
    Interaction,
  ];
  await create(table, first, {});
  await create(table, second, {});
  expect(() => table.begin(third, plain)).toThrow(
    expect.objectContaining({
      code: "overloaded",
      mayHaveRun: false,
      message: "expected at most 2 interactions on a connection",
    }),
  );
  identities[0]?.end();
  await turns();
  expect(table.begin(third, plain).interaction).toBe(third);
});

test("one that is ending holds its place until its object is done, but takes no calls", async () => {
  const { table } = connected(1);
  const { interaction, end } = newInteraction("FileAccess");
  const closing = new Deferred();
  await create(table, interaction, { onTermination: () => closing.promise });
  end();
  await turns();
  expect(() => table.get(interaction)).toThrow(
    expect.objectContaining({ code: "interaction_lost", mayHaveRun: false }),
  );
  expect(() => table.begin(newInteraction("FileAccess").interaction, plain)).toThrow(
    expect.objectContaining({ code: "overloaded" }),
  );
  closing.resolve();
  await turns();
  expect(table.size).toBe(0);
});

test("one whose creation failed gives its place back at once, and once", async () => {
  const { table } = connected(1);
  const { interaction, end } = newInteraction("FileAccess");
  for (let i = 0; i < 3; i++) {
    const creating = table.begin(interaction, plain).create(() => Promise.reject(new Error("no such file")));
    await expect(creating).rejects.toThrow("no such file");
    expect(table.size).toBe(0);
  }
  const tile = await create(table, interaction, {});
  await turns();
  expect(table.get(interaction)).toBe(tile);
  end();
  await turns();
  expect(table.size).toBe(0);
});

test("one whose creation failed without an object takes no place, whatever still runs on it", () => {
  const { table } = connected(1);
  const tile = table.begin(newInteraction("FileAccess").interaction, plain);
  const release = tile.hold();
  tile.fail();
  expect(table.size).toBe(0);
  release();
});

test("one whose creation failed may be begun again while its object is being told", async () => {
  const { table } = connected(2);
  const { interaction } = newInteraction("FileAccess");
  const closing = new Deferred();
  const failed = table.begin(interaction, plain);
  const creating = failed.create(async () => {
    failed.created({ onTermination: () => closing.promise });
    throw new Error("no response");
  });
  await expect(creating).rejects.toThrow("no response");
  const again = await create(table, interaction, {});
  expect(table.size).toBe(2);
  closing.resolve();
  await turns();
  expect([table.get(interaction), table.size]).toEqual([again, 1]);
});

test("one that nobody uses ends, and gives its place back", async () => {
  vi.useFakeTimers();
  const { table } = connected(1, { interactionIdleTimeoutMs: 50 });
  const { interaction } = newInteraction("FileAccess");
  const object = new Terminable();
  await create(table, interaction, object);
  await vi.advanceTimersByTimeAsync(70);
  expect([object.told, table.size]).toEqual([["idle"], 0]);
  expect(() => table.get(interaction)).toThrow("nobody used it for too long");
  vi.useRealTimers();
});

test("leaves no listener on what has ended", async () => {
  const { table } = connected();
  const { interaction } = newInteraction("FileAccess");
  const tile = await create(table, interaction, {});
  expect(getEventListeners(interaction.ended, "abort")).toHaveLength(1);
  await tile.end("idle");
  expect(getEventListeners(interaction.ended, "abort")).toHaveLength(0);
});

test("the client's end is told to the object as closed", async () => {
  const { table, drop } = connected();
  const { interaction, end } = newInteraction("FileAccess");
  const object = new Terminable();
  await create(table, interaction, object);
  end();
  drop();
  await turns();
  expect([object.told, table.size]).toEqual([["closed"], 0]);
});

test.each([
  ["that was lost", new TransportError("closed", "the cable broke"), "disconnected"],
  ["that ended for a reason of others", new Error("no error of ours"), "disconnected"],
  ["that this side ended in order", new TransportError("not_open", "the server was closed"), "shutdown"],
])("a connection %s is told to all, once", async (_, cause, reason) => {
  const { table, drop } = connected();
  const made = [1, 2, 3].map(() => ({ ...newInteraction("FileAccess"), object: new Terminable() }));
  for (const { interaction, object } of made) await create(table, interaction, object);
  drop(cause);
  for (const { end } of made) end();
  await turns();
  expect(made.map(({ object }) => object.told)).toEqual([[reason], [reason], [reason]]);
  expect(table.size).toBe(0);
  expect(() => table.begin(newInteraction("FileAccess").interaction, plain)).toThrow("the connection has gone");
});

test("a connection that was gone before has no interactions", () => {
  const peer = { address: "memory:", alpn: undefined, identity: undefined, headers: noHeaders };
  const scope: Scope = { peer, closed: AbortSignal.abort(new Error("gone")), channel: undefined };
  const table = new InteractionTable(scope, limits(), () => undefined);
  expect(() => table.begin(newInteraction("FileAccess").interaction, plain)).toThrow(
    expect.objectContaining({ code: "interaction_lost" }),
  );
});
