import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { served, wires } from "./served.ts";

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function sha256(...chunks: readonly Uint8Array[]): string {
  const hash = createHash("sha256");
  for (const chunk of chunks) hash.update(chunk);
  return hash.digest("hex");
}

async function* failing(): AsyncGenerator<Uint8Array> {
  yield bytes("half");
  throw new Error("no more");
}

describe.each(wires)("by a wire that is %s", (wire) => {
  test("writes a file, and gives its size and checksum", async () => {
    const { client, root, store } = await served({ wire });
    const chunks = [bytes("hello"), bytes(""), bytes(" world")];
    const { info, sha256: sum } = await client.write({ path: "a.txt" }, { items: chunks });
    expect([info.size, sum]).toEqual([11n, sha256(...chunks)]);
    expect(await readFile(join(root, "a.txt"), "utf8")).toBe("hello world");
    expect(await readdir(root)).toEqual(["a.txt"]);
    expect(store.openFiles).toBe(0);
  });

  test("writes an empty file, and a large one", async () => {
    const { client, root } = await served({ wire });
    const large = Array.from({ length: 100 }, (_, i) => new Uint8Array(65_536).fill(i));
    await client.write({ path: "empty" }, { items: [] });
    const { sha256: sum } = await client.write({ path: "large" }, { items: large });
    expect((await stat(join(root, "empty"))).size).toBe(0);
    expect(Buffer.concat(large).equals(await readFile(join(root, "large")))).toBe(true);
    expect(sum).toBe(sha256(...large));
  });

  test("shows nothing of a file before it is complete, and then replaces what was there", async () => {
    const { client, root } = await served({ wire });
    await writeFile(join(root, "a.txt"), "before");
    const seen: (readonly string[])[] = [];
    async function* items(): AsyncGenerator<Uint8Array> {
      yield bytes("aft");
      for await (const { name } of await client.list({ path: "." })) seen.push([name]);
      seen.push([await readFile(join(root, "a.txt"), "utf8")]);
      yield bytes("er");
    }
    await client.write({ path: "a.txt" }, { items: items() });
    expect(seen).toEqual([["a.txt"], ["before"]]);
    expect(await readFile(join(root, "a.txt"), "utf8")).toBe("after");
  });

  test("what two write at once is one of the two", async () => {
    const { client, root } = await served({ wire });
    const texts = ["a".repeat(100_000), "b".repeat(100_000)];
    await Promise.all(texts.map((text) => client.write({ path: "x" }, { items: [bytes(text), bytes(text)] })));
    expect(texts.map((text) => text + text)).toContain(await readFile(join(root, "x"), "utf8"));
    expect(await readdir(root)).toEqual(["x"]);
  });

  test("leaves nothing of a write whose source fails", async () => {
    const { client, root, store } = await served({ wire });
    await writeFile(join(root, "a.txt"), "before");
    await expect(client.write({ path: "a.txt" }, { items: failing() })).rejects.toThrow("no more");
    await expect.poll(() => store.openFiles).toBe(0);
    expect(await readdir(root)).toEqual(["a.txt"]);
    expect(await readFile(join(root, "a.txt"), "utf8")).toBe("before");
  });

  test.each([
    ["cancelled", (abort: AbortController) => abort.abort()],
    ["cut off", (_: AbortController, close: () => Promise<void>) => close()],
  ])("leaves nothing of a write that is %s", async (_, end) => {
    const { client, channel, root, store } = await served({ wire });
    const abort = new AbortController();
    async function* items(): AsyncGenerator<Uint8Array> {
      yield bytes("half");
      await expect.poll(() => readdir(root)).toHaveLength(1);
      await end(abort, () => channel.close(new Error("gone")));
      yield bytes("more");
    }
    await expect(client.write({ path: "a.txt" }, { items: items(), signal: abort.signal })).rejects.toBeInstanceOf(
      Error,
    );
    await expect.poll(() => store.openFiles).toBe(0);
    expect(await readdir(root)).toEqual([]);
  });

  test.each([
    ["missing/a.txt", { name: "NotFound", path: "missing" }],
    ["folder", { name: "Refused", path: "folder", reason: "expected a file or nothing, got a folder" }],
    ["link", { name: "Refused", path: "link", reason: "expected a file or nothing, got a link" }],
    ["out/a.txt", { name: "Refused", path: "out" }],
    ["../a.txt", { name: "Refused", reason: "expected a path without .." }],
    ["ä".repeat(128), { name: "NotFound" }],
  ])("refuses to write %s, and wants no more of what is sent", async (path, error) => {
    const { client, root, store } = await served({ wire });
    await mkdir(join(root, "folder"));
    await symlink("/tmp", join(root, "out"));
    await symlink("folder", join(root, "link"));
    const source = endless();
    await expect(client.write({ path }, { items: source })).rejects.toMatchObject(error);
    expect(await readdir(root)).toEqual(["folder", "link", "out"]);
    expect(store.openFiles).toBe(0);
    await expect.poll(() => source.isReturned).toBe(true);
  });
});

/** Bytes without end. */
function endless(): AsyncIterableIterator<Uint8Array> & { isReturned: boolean } {
  return {
    isReturned: false,
    [Symbol.asyncIterator]() {
      return this;
    },
    next: () => Promise.resolve({ done: false, value: new Uint8Array(10) }),
    return() {
      this.isReturned = true;
      return Promise.resolve({ done: true, value: undefined });
    },
  };
}
