import { type Interaction, limits, noHeaders, type Scope, TransportError } from "@seapink/core";
import { InteractionTable, newInteraction, type Tile } from "@seapink/interactions";
import { interaction as interactionType } from "@seapink/schema";
import { expect, test } from "vitest";
import { Deferred } from "./deferred.ts";
import { Terminable } from "./terminable.ts";

const plain = interactionType("FileAccess", []);
const serial = interactionType("FileAccess", [], { serial: true });
const turns = async (): Promise<void> => {
  for (let i = 0; i < 20; i++) await Promise.resolve();
};

interface Connected {
  readonly table: InteractionTable;
  readonly drop: () => void;
}

function connected(maxInteractions = 10): Connected {
  const closed = new AbortController();
  const peer = { address: "memory:", alpn: undefined, identity: undefined, headers: noHeaders };
  const scope: Scope = { peer, closed: closed.signal, channel: undefined };
  return {
    table: new InteractionTable(scope, limits({ maxInteractions }), () => undefined),
    drop: () => closed.abort(new TransportError("closed", "the cable broke")),
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
  expect(table.begin(newInteraction("FileAccess").interaction, serial).isSerial).toBe(true);
  expect(first.isSerial).toBe(false);
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

test("forgets one whose creation failed", () => {
  const { table } = connected(1);
  const { interaction, end } = newInteraction("FileAccess");
  table.drop(table.begin(interaction, plain));
  expect(table.size).toBe(0);
  end();
  expect(table.begin(newInteraction("FileAccess").interaction, plain)).toBeDefined();
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

test("a lost connection is told to all as disconnected, once", async () => {
  const { table, drop } = connected();
  const made = [1, 2, 3].map(() => ({ ...newInteraction("FileAccess"), object: new Terminable() }));
  for (const { interaction, object } of made) await create(table, interaction, object);
  drop();
  for (const { end } of made) end();
  await turns();
  expect(made.map(({ object }) => object.told)).toEqual([["disconnected"], ["disconnected"], ["disconnected"]]);
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
