import { ApplicationError, limits, TransportError } from "@seapink/core";
import { newInteraction } from "@seapink/interactions";
import { bearer, createClient, implement, type InteractionClient, limit, local, retry } from "@seapink/rpc";
import { interaction, method, service } from "@seapink/schema";
import { describe, expect, test, vi } from "vitest";
import { Caller, Disk, diskType, forms, headers, ways } from "./disk.ts";
import { settle } from "./fake-time.ts";

const lost = { code: "interaction_lost", mayHaveRun: false };
const failure = async (promise: Promise<unknown> | undefined): Promise<unknown> => promise?.catch((e: unknown) => e);

function throwing(error: Error): () => never {
  return () => {
    throw error;
  };
}

function begin(disk: Disk, way: (typeof ways)[number][1]): InteractionClient {
  return createClient(disk.type, way(disk.handler))["createFile"]?.() as unknown as InteractionClient;
}

describe.each(ways)("over %s, a constructor", (_, way) => {
  test("runs before the first call, once, with the context of that", async () => {
    const createFile = vi.fn<(...args: readonly unknown[]) => object>(() => disk.file());
    const disk: Disk = new Disk(false, {}, { createFile });
    const file = begin(disk, way);
    await settle();
    expect(createFile).not.toHaveBeenCalled();
    expect(await file["note"]?.({}, { headers: { text: "a" } })).toBe("a");
    expect(await file["note"]?.({}, { headers: { text: "b" } })).toBe("b");
    const call = { method: "File.note", headers: headers("a") };
    expect(createFile.mock.calls).toEqual([[{}, expect.objectContaining({ call: expect.objectContaining(call) })]]);
  });

  const secret = new Error("a secret of the disk");
  const meant = new ApplicationError("not_found", "no such disk");
  test.each<[what: string, createFile: () => unknown, why: string, reported: readonly unknown[]]>([
    ["throws", throwing(secret), "", [secret]],
    ["rejects", () => Promise.reject(secret), "", [secret]],
    ["fails with an error for the client", () => Promise.reject(meant), ": no such disk", []],
    [
      "gives no object",
      () => 5,
      "",
      [new TypeError("createFile: expected the implementation to return a server object, got number")],
    ],
    [
      "gives nothing",
      async () => null,
      "",
      [new TypeError("createFile: expected the implementation to return a server object, got object")],
    ],
  ])("that %s takes the first call and those behind it along", async (__, createFile, why, reported) => {
    const disk = new Disk(false, {}, { createFile });
    const file = begin(disk, way);
    const calls = [file["note"]?.(), file["watch"]?.(), file["note"]?.()].map(failure);
    const message = `File: the interaction is over: its creation failed${why}`;
    expect(await Promise.all(calls)).toMatchObject([1, 2, 3].map(() => ({ ...lost, message })));
    expect(await failure(file["note"]?.())).toMatchObject({
      ...lost,
      message: "File: the interaction is over: a call on it was told so",
      cause: { ...lost, message },
    });
    expect([disk.journal, disk.errors]).toEqual([[], reported]);
  });

  test("does not depend on what becomes of the first call", async () => {
    const disk = new Disk();
    const file = begin(disk, way);
    const calls = [file["fail"]?.(), file["note"]?.()].map(failure);
    expect(await Promise.all(calls)).toMatchObject([{ code: "internal_error" }, "note"]);
    expect(await file["note"]?.()).toBe("note");
  });

  test("does not run for a call that a filter refuses, and may run for one that is tried again", async () => {
    const disk = new Disk(false, { filters: [bearer((token) => token === "t")] });
    const file = begin(disk, way);
    const calls = [file["note"]?.(), file["note"]?.({}, { headers: { authorization: "Bearer t" } })].map(failure);
    expect(await calls[0]).toMatchObject({ code: "permission_denied" });
    expect(await calls[1]).toMatchObject({
      ...lost,
      message: "File: the interaction is over: its creation failed: expected a bearer token, got none",
    });
    expect([disk.files.size, disk.journal]).toEqual([0, []]);
  });

  test("runs once for a creation that was refused at first and is sent again", async () => {
    const disk = new Disk(false, { filters: [limit(1)] });
    const client = createClient(disk.type, way(disk.handler), {
      filters: [retry({ minDelayMs: 1, maxDelayMs: 1, random: () => 1 })],
    });
    const busy = client["openSlowly"]?.();
    const file = client["createFile"]?.() as unknown as InteractionClient;
    const first = file["note"]?.({}, { headers: { text: "a" } });
    await settle();
    disk.release();
    await busy;
    expect(await first).toBe("a");
    expect(await file["note"]?.({}, { headers: { text: "b" } })).toBe("b");
    expect(disk.files.size).toBe(2);
  });

  test("takes a place, like a factory", async () => {
    const disk = new Disk(false, { limits: limits({ maxInteractions: 1 }) });
    const client = createClient(disk.type, way(disk.handler));
    const [first, second] = [1, 2].map(() => client["createFile"]?.() as unknown as InteractionClient);
    await first?.["note"]?.();
    expect(await failure(second?.["note"]?.())).toMatchObject({ code: "overloaded", mayHaveRun: false });
    expect(await failure(second?.["note"]?.())).toMatchObject({ ...lost, cause: { code: "overloaded" } });
    await first?.close();
    await settle();
    const third = client["createFile"]?.() as unknown as InteractionClient;
    expect(await third["note"]?.()).toBe("note");
  });

  test("may be begun by a oneway, a stream or a sink", async () => {
    const disk = new Disk();
    const tell = begin(disk, way);
    expect(await tell["tell"]?.({}, { headers: { text: "told" } })).toBeUndefined();
    expect(await tell["note"]?.()).toBe("note");
    const stream = (await begin(disk, way)["watch"]?.()) as AsyncIterable<number>;
    for await (const item of stream) if (item === 2) break;
    expect(await begin(disk, way)["gather"]?.({}, { items: ["x"] })).toBe("all");
    expect(disk.journal.filter((line) => line !== "watch returned")).toEqual(["told", "note", "x", "gather ended"]);
  });
});

describe("a hostile peer", () => {
  const Secret = interaction("Secret", [method("read")]);
  const Narrow = service("Narrow", [method("open", { creates: Secret }), method("plain")]);
  const open = vi.fn<() => object>(() => ({}));
  const narrow = implement(Narrow, { open, plain: open });
  const disk = new Disk();

  test.each([
    ["what only a factory creates", narrow, "Secret.read", "Secret"],
    ["by a method that creates another", narrow, "open", "File"],
    ["by a plain method", narrow, "plain", "Secret"],
    ["by a method that it has not", disk.handler, "File.erase", "File"],
    ["by a method of another name", disk.handler, "File.note", "Secret"],
    ["by its constructor", disk.handler, "createFile", "File"],
  ])("cannot begin %s", async (_, handler, name, wanted) => {
    const caller = new Caller(handler);
    caller.identity = newInteraction(wanted);
    await expect(caller.create(name)).rejects.toMatchObject({ code: "unknown_method", mayHaveRun: false });
    expect([open.mock.calls, disk.files.size]).toEqual([[], 0]);
  });

  test.each(forms.map(([name], i) => [name, i === 0 ? "open" : "File.note"]))(
    "cannot create one twice %s",
    async (_, name) => {
      const twice = new Disk();
      const caller = new Caller(twice.handler);
      await caller.create(name);
      await expect(caller.create(name)).rejects.toMatchObject({ code: "protocol_error", mayHaveRun: false });
      expect(twice.files.size).toBe(1);
      await caller.call("File.note");
    },
  );
});

describe("at start", () => {
  test("an implementation without a constructor is refused", () => {
    const message = "Disk: expected a function for createFile";
    const methods = Object.fromEntries([...diskType().methods.keys()].map((name) => [name, () => undefined]));
    expect(() => implement(diskType(), methods as object)).toThrow(new TypeError(message));
  });

  const File = interaction("File", []);
  test.each([
    ["a method", service("Odd", [method("createFile")], { performs: [File] })],
    ["another interaction", service("Odd", [], { performs: [File, interaction("File", [])] })],
  ])("a constructor named like that of %s is refused", (_, type) => {
    const error = new TypeError("Odd: expected one meaning of createFile, got two");
    expect(() => implement(type, { createFile: () => ({}) })).toThrow(error);
    expect(() =>
      createClient(
        type,
        local(() => Promise.reject(new TransportError("closed", "gone"))),
      ),
    ).toThrow(error);
  });

  test("an interaction that is named twice is one", () => {
    const base = service("Base", [], { performs: [File] });
    const type = service("Child", [], { extends: base, performs: [File] });
    expect(implement(type, { createFile: () => ({}) })).toBeTypeOf("function");
  });
});
