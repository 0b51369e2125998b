import { derive, discard } from "@seapink/core";
import { newInteraction, Tile } from "@seapink/interactions";
import { interaction } from "@seapink/schema";
import { expect, test, vi } from "vitest";
import { tileCall, tileOf } from "../src/tile-call.ts";
import { callOf, TestItems } from "./calls.ts";

function newTile(): Tile {
  return new Tile({
    interaction: newInteraction("File").interaction,
    type: interaction("File", []),
    idleTimeoutMs: Number.POSITIVE_INFINITY,
    onError: () => undefined,
    onEnded: () => undefined,
  });
}

const leave = (): void => undefined;

test("what a filter derives of a call is still in its turn", () => {
  const turn = { tile: newTile(), leave };
  const call = tileCall(callOf({ method: "File.read" }), turn, undefined);
  expect(tileOf(derive(derive(call, { identity: "ada" }), { headers: new Map() }))).toBe(turn);
});

test("what a filter makes up is not", () => {
  expect(() => tileOf(callOf({ method: "File.read" }))).toThrow(
    new TypeError("File.read: expected filters to derive the calls that they pass on"),
  );
});

test("items are those that end with the interaction", () => {
  const [own, ending] = [new TestItems(1), new TestItems(1)];
  const call = tileCall(callOf({ items: own }), { tile: newTile(), leave }, ending);
  expect(call.items).toBe(ending);
  for (const items of [own, ending]) discard(items);
});

test.each([
  ["of the interaction alone", false],
  ["of both", true],
])("the signal is that %s, made when it is asked for, and once", async (_, hasOwn) => {
  const own = new AbortController();
  const signal = vi.fn<() => AbortSignal | undefined>(() => (hasOwn ? own.signal : undefined));
  const tile = newTile();
  const call = tileCall(Object.defineProperty(callOf(), "signal", { get: signal }), { tile, leave }, undefined);
  expect(signal).not.toHaveBeenCalled();
  const given = call.signal;
  expect([call.signal, given?.aborted]).toEqual([given, false]);
  if (hasOwn) own.abort("enough");
  await tile.end("closed");
  expect(given?.reason).toEqual(hasOwn ? "enough" : tile.aborted.reason);
});
