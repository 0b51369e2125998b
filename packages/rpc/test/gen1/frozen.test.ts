import { createClient, implement, local } from "@seapink/rpc";
import { describe, expect, test } from "vitest";
import * as aot from "./frozen/aot.ts";
import * as plain from "./frozen/plain.ts";

type Generated = typeof plain | typeof aot;

async function listed<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** Lines, and then the end of them by an exception. */
async function* failing(lines: readonly string[], error: Error): AsyncGenerator<string> {
  yield* lines;
  throw error;
}

function cursorOf({ Broken, Missing }: Generated): plain.CursorHandler {
  return {
    seek: ({ delta }) => delta + 1n,
    lines: ({ count }, context) =>
      count === 0
        ? context.raise(new Missing({ key: "none" }))
        : failing(Array<string>(count).fill("line"), new Broken()),
  };
}

function storeOf(module: Generated, notes: string[]): plain.StoreHandler {
  return {
    ping: () => undefined,
    get: ({ key }, context) => (key === "" ? context.raise(new module.Missing({ key })) : key.toUpperCase()),
    note: ({ text }) => void notes.push(text),
    tail: ({ key }) => ({ response: key.length, stream: failing([key], new module.Broken()) }),
    add: async (_, context) => {
      const all = await listed(context.items);
      return all.length === 0 ? context.raise(new module.Broken()) : all.length;
    },
    shout: async function* (_, { items }) {
      for await (const item of items) yield item.toUpperCase();
    },
    open: ({ key }) => [cursorOf(module), key.length],
    createCursor: () => cursorOf(module),
  };
}

describe.each([
  ["plain", plain],
  ["ahead of time", aot],
])("a service that was generated once, %s", (_, module) => {
  const notes: string[] = [];
  const store: plain.StoreClient = createClient(module.Store, local(implement(module.Store, storeOf(module, notes))));

  test("is called, and throws what it declares", async () => {
    await store.ping();
    expect(await store.get({ key: "a" })).toBe("A");
    await expect(store.get({ key: "" })).rejects.toThrow(module.Missing);
    await store.note({ text: "said" });
    expect(notes).toEqual(["said"]);
  });

  test("streams in both directions", async () => {
    const { response, stream } = await store.tail({ key: "abc" });
    expect(response).toBe(3);
    await expect(listed(stream)).rejects.toThrow(module.Broken);
    expect(await store.add({}, { items: ["a", "b"] })).toBe(2);
    await expect(store.add({}, { items: [] })).rejects.toThrow(module.Broken);
    expect(await listed(await store.shout({}, { items: ["a", "b"] }))).toEqual(["A", "B"]);
  });

  test("creates interactions, by a call and without", async () => {
    const [cursor, length] = await store.open({});
    expect([length, await cursor.seek({ delta: 1n })]).toEqual([1, 2n]);
    await expect(cursor.lines({}).then(listed)).rejects.toThrow(module.Broken);
    await cursor.close();
    const other: plain.CursorClient = store.createCursor();
    expect(await other.seek({ delta: 5n })).toBe(6n);
    await expect(other.lines({ count: 0 })).rejects.toThrow(module.Missing);
    await other.close();
  });

  test("is described by its methods, inherited ones included", () => {
    expect([...module.Store.methods.keys()]).toEqual(["ping", "get", "note", "tail", "add", "shout", "open"]);
    expect(module.Cursor.methods.get("seek")?.wireName).toBe("Cursor.seek");
    expect(module.Base.annotations).toEqual(new Map([["base", ["1"]]]));
    expect([module.Store.extends, module.Store.performs]).toEqual([module.Base, [module.Cursor]]);
  });
});
