import { newInteraction, Tile } from "@seapink/interactions";
import { interaction } from "@seapink/schema";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Deferred } from "./deferred.ts";
import { Terminable } from "./terminable.ts";
import { liveTile, newTile } from "./tiles.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
});

afterEach(() => {
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

/** Lets calls that may run begin. */
const turns = async (): Promise<void> => {
  for (let i = 0; i < 10; i++) await Promise.resolve();
};

test("the object is told once, with the first reason", async () => {
  const { tile, object } = await liveTile();
  const ends = [tile.end("closed"), tile.end("disconnected"), tile.end("closed")];
  await Promise.all(ends);
  await tile.end("shutdown");
  expect(object.told).toEqual(["closed"]);
});

test("the object is let go once it has been told", async () => {
  const { tile, object } = await liveTile();
  expect(tile.object).toBe(object);
  await tile.end("closed");
  expect(() => tile.object).toThrow("FileAccess: the interaction is over: it was not created");
});

test("no call runs behind the end", async () => {
  const { tile } = await liveTile();
  const ended = tile.end("disconnected");
  const error = {
    code: "interaction_lost",
    mayHaveRun: false,
    message: "FileAccess: the interaction is over: its connection is gone",
  };
  await expect(tile.run(async () => "too late")).rejects.toMatchObject(error);
  expect(() => tile.checkAlive()).toThrow(expect.objectContaining(error));
  await ended;
});

test("what runs is aborted, and the object is told when it has settled", async () => {
  const { tile, object } = await liveTile();
  const settled = new Deferred();
  const call = tile.run(() => settled.promise);
  await turns();
  expect(tile.aborted.aborted).toBe(false);
  const ended = tile.end("closed");
  expect(tile.aborted.reason).toMatchObject({ code: "interaction_lost", mayHaveRun: true });
  await vi.advanceTimersByTimeAsync(4000);
  expect(object.told).toEqual([]);
  settled.resolve();
  await Promise.all([ended, call]);
  expect(object.told).toEqual(["closed"]);
});

test("a call that fails when it is aborted does not keep the object from being told", async () => {
  const { tile, object, errors } = await liveTile();
  const settled = new Deferred();
  const call = tile.run(() => settled.promise);
  await turns();
  tile.aborted.addEventListener("abort", () => settled.reject(tile.aborted.reason));
  const ended = tile.end("closed");
  await expect(call).rejects.toBe(tile.aborted.reason);
  await ended;
  expect([object.told, errors]).toEqual([["closed"], []]);
});

test("a call that does not settle is waited for 5 s, and no longer", async () => {
  const { tile, object } = await liveTile();
  void tile.run(() => new Promise<never>(() => undefined));
  await turns();
  const ended = tile.end("disconnected");
  await vi.advanceTimersByTimeAsync(4990);
  expect(object.told).toEqual([]);
  await vi.advanceTimersByTimeAsync(30);
  await ended;
  expect(object.told).toEqual(["disconnected"]);
});

test.each([
  ["a serial interaction", true],
  ["one that is not", false],
])("calls of %s that wait for their turn fail at once, whatever runs before them", async (_, serial) => {
  const { tile, object } = await liveTile({ serial });
  const settled = new Deferred();
  const first = tile.run(() => settled.promise);
  const second = tile.run(async () => "ran");
  await turns();
  const ended = tile.end("closed");
  await expect(second).rejects.toMatchObject({ code: "interaction_lost", mayHaveRun: false });
  settled.resolve();
  await Promise.all([first, ended]);
  expect(object.told).toEqual(["closed"]);
});

test("a stream that outlives its call is waited for, too, even one that begins while the end waits", async () => {
  const { tile, object } = await liveTile();
  const [call, stream] = [new Deferred(), new Deferred()];
  const answered = tile.run(async () => {
    await call.promise;
    const release = tile.hold();
    stream.promise.then(release, release);
  });
  await turns();
  const ended = tile.end("closed");
  call.resolve();
  await answered;
  await vi.advanceTimersByTimeAsync(1000);
  expect(object.told).toEqual([]);
  stream.reject(new Error("aborted"));
  await ended;
  expect(object.told).toEqual(["closed"]);
});

test("an end during the creation waits for it, and tells the object", async () => {
  const { tile } = newTile();
  const object = new Terminable();
  const opened = new Deferred();
  const created = tile.create(async () => {
    await opened.promise;
    tile.created(object);
  });
  const behind = tile.run(async () => "ran");
  const ended = tile.end("disconnected");
  opened.resolve();
  await Promise.all([created, ended]);
  await expect(behind).rejects.toMatchObject({ code: "interaction_lost" });
  expect(object.told).toEqual(["disconnected"]);
});

test("an object that is created long after the end is told at once, and once", async () => {
  const { tile } = newTile();
  const object = new Terminable();
  const opened = new Deferred();
  const created = tile.create(async () => {
    await opened.promise;
    tile.created(object);
  });
  const ended = tile.end("closed");
  await vi.advanceTimersByTimeAsync(6000);
  await ended;
  expect(object.told).toEqual([]);
  opened.resolve();
  await created;
  await tile.end("disconnected");
  expect(object.told).toEqual(["closed"]);
});

test("an end of what was never created tells nobody", async () => {
  const { tile } = newTile();
  const created = tile.create(() => Promise.reject(new Error("no such file")));
  const ended = tile.end("closed");
  await expect(created).rejects.toThrow("no such file");
  await expect(ended).resolves.toBeUndefined();
});

test("what the object throws is reported", async () => {
  const error = new Error("could not close");
  const failing = Object.assign(new Terminable(), {
    onTermination: () => {
      throw error;
    },
  });
  const { tile, errors } = await liveTile({}, failing);
  await tile.end("closed");
  expect(errors).toEqual([error]);
});

test("what the reporter of errors throws goes to the console", async () => {
  const console_ = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const failing = { onTermination: () => Promise.reject(new Error("could not close")) };
  const tile = new Tile({
    interaction: newInteraction("FileAccess").interaction,
    type: interaction("FileAccess", []),
    idleTimeoutMs: 1000,
    onError: (error) => {
      throw error;
    },
    onEnded: () => undefined,
  });
  await tile.create(async () => tile.created(failing));
  await tile.end("closed");
  expect(console_.mock.calls).toEqual([[new Error("could not close")]]);
  console_.mockRestore();
});

test("an end that is asked for while what runs is aborted is the same end", async () => {
  const { tile, object, ended } = await liveTile();
  tile.aborted.addEventListener("abort", () => void tile.end("idle"));
  await tile.end("closed");
  await turns();
  expect([object.told, ended]).toEqual([["closed"], [tile]]);
});

describe("idleness", () => {
  test("ends an interaction on which nothing has run for so long", async () => {
    const { object, ended } = await liveTile({ idleTimeoutMs: 1000 });
    await vi.advanceTimersByTimeAsync(990);
    expect(object.told).toEqual([]);
    await vi.advanceTimersByTimeAsync(30);
    expect([object.told, ended.length]).toEqual([["idle"], 1]);
  });

  test("begins anew with each call", async () => {
    const { tile, object } = await liveTile({ idleTimeoutMs: 1000 });
    for (let i = 0; i < 5; i++) {
      await vi.advanceTimersByTimeAsync(900);
      await tile.run(async () => "ran");
    }
    expect(object.told).toEqual([]);
    await vi.advanceTimersByTimeAsync(1030);
    expect(object.told).toEqual(["idle"]);
  });

  test.each(["a call", "a stream"])("is not while there is %s", async (what) => {
    const { tile, object } = await liveTile({ idleTimeoutMs: 1000 });
    const settled = new Deferred();
    const release = tile.hold();
    if (what === "a call") {
      void tile.run(() => settled.promise);
      release();
    }
    await vi.advanceTimersByTimeAsync(10_000);
    expect(object.told).toEqual([]);
    settled.resolve();
    release();
    await vi.advanceTimersByTimeAsync(990);
    expect(object.told).toEqual([]);
    await vi.advanceTimersByTimeAsync(30);
    expect(object.told).toEqual(["idle"]);
  });

  test("is not during the creation", async () => {
    const { tile } = newTile({ idleTimeoutMs: 1000 });
    const object = new Terminable();
    const opened = new Deferred();
    const creating = tile.create(async () => {
      await opened.promise;
      tile.created(object);
    });
    await vi.advanceTimersByTimeAsync(10_000);
    opened.resolve();
    await creating;
    await tile.end("closed");
    expect(object.told).toEqual(["closed"]);
  });
});
