import { ApplicationError } from "@seapink/core";
import { expect, test } from "vitest";
import { Deferred } from "./deferred.ts";
import { Terminable } from "./terminable.ts";
import { liveTile, newTile } from "./tiles.ts";

/** A call that logs when it begins, and ends when the test says so. */
function slowCall(log: string[], name: string): SlowCall {
  const { promise, resolve } = new Deferred();
  const slow = {
    leave: () => undefined as void,
    call: async (leave: () => void) => {
      slow.leave = leave;
      log.push(name);
      await promise;
      return `${name} done`;
    },
    end: resolve,
  };
  return slow;
}

interface SlowCall {
  readonly call: (leave: () => void) => Promise<string>;
  readonly leave: () => void;
  readonly end: () => void;
}

const throwing = (): never => {
  throw new Error("at once");
};

const turns = async (): Promise<void> => {
  for (let i = 0; i < 20; i++) await Promise.resolve();
};

test("the factory runs at once, and its answer is handed on", async () => {
  const { tile } = newTile();
  const object = new Terminable();
  const log: string[] = [];
  const created = tile.create(async () => {
    log.push("factory");
    tile.created(object);
    return "first response";
  });
  expect(log).toEqual(["factory"]);
  expect(await created).toBe("first response");
  expect(tile.object).toBe(object);
});

test("calls behind the creation wait for it, and then run in their order", async () => {
  const { tile } = newTile();
  const opened = new Deferred();
  const log: string[] = [];
  const created = tile.create(async () => {
    await opened.promise;
    tile.created({});
    log.push("created");
  });
  const calls = ["a", "b", "c"].map((name) => tile.run(async () => log.push(`${name} ${typeof tile.object}`)));
  await turns();
  expect(log).toEqual([]);
  opened.resolve();
  await Promise.all([created, ...calls]);
  expect(log).toEqual(["created", "a object", "b object", "c object"]);
});

test("calls behind a creation that fails fail with it, and have not run", async () => {
  const { tile } = newTile();
  const cause = new Error("no such file");
  const log: string[] = [];
  const created = tile.create(() => Promise.reject(cause));
  const calls = [1, 2].map(() => tile.run(async () => log.push("ran")));
  await expect(created).rejects.toBe(cause);
  for (const call of [...calls, tile.run(async () => log.push("ran"))]) {
    await expect(call).rejects.toMatchObject({ code: "interaction_lost", mayHaveRun: false, cause });
  }
  expect(log).toEqual([]);
});

test("a factory or a call that throws before there is a promise has failed like any other", async () => {
  const { tile } = newTile();
  await expect(tile.create(throwing)).rejects.toThrow("at once");
  const { tile: live } = await liveTile();
  await expect(live.run(throwing)).rejects.toThrow("at once");
  expect(await live.run(async () => "next")).toBe("next");
});

test("the object of a factory that fails behind it is told", async () => {
  const { tile } = newTile();
  const object = new Terminable();
  const created = tile.create(async () => {
    tile.created(object);
    throw new Error("no first response");
  });
  await expect(created).rejects.toThrow("no first response");
  await tile.end("disconnected");
  expect(object.told).toEqual(["closed"]);
});

test("a call begins when the one before it has left, and then runs beside it", async () => {
  const { tile } = await liveTile();
  const log: string[] = [];
  const [a, b] = [slowCall(log, "a"), slowCall(log, "b")];
  const calls = [tile.run(a.call), tile.run(b.call)];
  await turns();
  expect(log).toEqual(["a"]);
  a.leave();
  expect(log).toEqual(["a", "b"]);
  b.end();
  expect(await calls[1]).toBe("b done");
  a.end();
  expect(await calls[0]).toBe("a done");
});

test("calls behind a creation that has left run beside it, whatever becomes of it", async () => {
  const { tile, ended } = newTile();
  const object = new Terminable();
  const log: string[] = [];
  const first = slowCall(log, "first");
  const creating = tile.create(async (leave) => {
    tile.created(object);
    const answer = first.call(leave);
    leave();
    await answer;
    throw new Error("no answer");
  });
  expect(await tile.run(async () => "second")).toBe("second");
  first.end();
  await expect(creating).rejects.toThrow("no answer");
  expect(await tile.run(async () => "third")).toBe("third");
  expect([object.told, ended]).toEqual([[], []]);
});

test("a creation that is answered without an object has failed", async () => {
  const { tile, ended } = newTile();
  const created = tile.create(async () => "nothing");
  const behind = tile.run(async () => "ran");
  expect(await created).toBe("nothing");
  const message = "FileAccess: the interaction is over: its creation failed";
  await expect(behind).rejects.toMatchObject({ code: "interaction_lost", message, mayHaveRun: false });
  expect(ended).toContain(tile);
});

test.each([
  ["an error for the client", new ApplicationError("not_found", "no such file"), "its creation failed: no such file"],
  ["any other", new Error("a secret"), "its creation failed"],
])("calls behind a creation that fails with %s are told what they may know", async (_, cause, why) => {
  const { tile } = newTile();
  await expect(tile.create(() => Promise.reject(cause))).rejects.toBe(cause);
  await expect(tile.run(async () => "ran")).rejects.toMatchObject({
    message: `FileAccess: the interaction is over: ${why}`,
    cause,
  });
});

test("an object beyond the first is told of its end at once", async () => {
  const { tile, object } = await liveTile();
  const second = new Terminable();
  tile.created(second);
  tile.created(object);
  await turns();
  expect([tile.object, object.told, second.told]).toEqual([object, [], ["closed"]]);
});

test("calls of a serial interaction run one after another, also behind one that fails", async () => {
  const { tile } = await liveTile({ serial: true });
  const log: string[] = [];
  const [a, c] = [slowCall(log, "a"), slowCall(log, "c")];
  const first = tile.run(a.call);
  const failing = tile.run(async () => {
    log.push("b");
    throw new Error("b failed");
  });
  const last = tile.run(c.call);
  await turns();
  expect(log).toEqual(["a"]);
  a.end();
  c.end();
  await expect(failing).rejects.toThrow("b failed");
  expect([await first, await last]).toEqual(["a done", "c done"]);
  expect(log).toEqual(["a", "b", "c"]);
});

test("there is no object before it has been created", () => {
  const { tile } = newTile();
  expect(() => tile.object).toThrow("FileAccess: the interaction is over: it was not created");
});
