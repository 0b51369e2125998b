import type { Filter } from "@seapink/core";
import { createClient, type InteractionClient } from "@seapink/rpc";
import { describe, expect, test } from "vitest";
import { Disk, forms, ways } from "./disk.ts";
import { settle } from "./fake-time.ts";

/** Lets calls wait before they go on: the first longest. */
function waits(...turns: readonly number[]): Filter {
  let next = 0;
  return (pass) => async (call) => {
    for (let i = turns[next++] ?? 0; i > 0; i--) await settle();
    return pass(call);
  };
}

const slow = { headers: { slow: "yes", text: "a" } };
const text = (name: string): { readonly headers: { readonly text: string } } => ({ headers: { text: name } });

describe.each(ways)("over %s", (_, way) => {
  describe.each([
    ["serial", true],
    ["concurrent", false],
  ])("the calls of a %s interaction", (__, serial) => {
    test.each(forms)("that is created %s do not overtake each other, however long filters take", async (___, open) => {
      const disk = new Disk(serial, { filters: [waits(5, 4, 3, 2, 1)] });
      const file = open(createClient(disk.type, way(disk.handler)));
      const names = ["a", "b", "c", "d"];
      const calls = names.map((name) => file["note"]?.({}, name === "a" ? slow : text(name)));
      for (let i = 0; i < 10; i++) await settle();
      expect(disk.journal).toEqual(["opening"]);
      disk.release();
      expect(await Promise.all(calls)).toEqual(names);
      expect(disk.journal).toEqual(["opening", ...names]);
    });

    test.each(forms)("that is created %s go on behind one that fails, or is oneway", async (___, open) => {
      const disk = new Disk(serial, { filters: [waits(3, 2, 1)] });
      const file = open(createClient(disk.type, way(disk.handler)));
      const failed = file["fail"]?.({}, slow).catch((e: unknown) => e);
      const rest = [file["tell"]?.({}, text("b")), file["unknown"]?.(), file["note"]?.({}, text("c"))];
      await settle();
      for (let i = 0; i < 10; i++) await settle();
      disk.release();
      expect(await failed).toMatchObject({ code: "internal_error" });
      expect(await Promise.all(rest)).toEqual([undefined, undefined, "c"]);
      expect(disk.journal).toEqual(["opening", "b", "c"]);
    });
  });

  test.each([
    ["one at a time", true, ["opening", "a", "a done", "b", "b done"]],
    ["side by side", false, ["opening", "a", "b", "a done", "b done"]],
  ])("calls run %s, the first of those that begin with it, too: serial is %s", async (__, serial, journal) => {
    const disk = new Disk(serial);
    const file = createClient(disk.type, way(disk.handler))["createFile"]?.() as unknown as InteractionClient;
    const calls = [file["hold"]?.({}, slow), file["hold"]?.({}, text("b"))];
    await settle();
    for (let i = 0; i < 3; i++) {
      disk.release();
      await settle();
    }
    expect(await Promise.all(calls)).toEqual(["a", "b"]);
    expect(disk.journal).toEqual(journal);
  });

  test.each(["cancelled", "timed_out"])("a call that is %s while it waits for its turn does not run", async (code) => {
    const disk = new Disk(true);
    const client = createClient(disk.type, way(disk.handler));
    const file = (await client["open"]?.()) as InteractionClient;
    const abort = new AbortController();
    const first = file["hold"]?.({}, text("a"));
    const options = code === "cancelled" ? { signal: abort.signal } : { timeoutMs: 10 };
    const second = file["hold"]?.({}, { ...text("b"), ...options }).catch((e: unknown) => e);
    const third = file["note"]?.({}, text("c"));
    abort.abort();
    expect(await second).toMatchObject({ code });
    disk.release();
    expect(await Promise.all([first, third])).toEqual(["a", "c"]);
    expect(disk.journal).toEqual(["a", "a done", "c"]);
  });

  test.each([
    ["a stream", "watch", undefined],
    ["a sink", "gather", { items: new ReadableStream<string>() }],
  ])("%s does not keep the next call of a serial interaction waiting", async (__, method, options) => {
    const disk = new Disk(true);
    const client = createClient(disk.type, way(disk.handler));
    const file = (await client["open"]?.()) as InteractionClient;
    const running = file[method]?.({}, options).catch((e: unknown) => e);
    expect(await file["note"]?.({}, text("next"))).toBe("next");
    await file[Symbol.asyncDispose]();
    await running;
  });
});
