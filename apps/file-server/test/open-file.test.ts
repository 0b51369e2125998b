import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Served, served, textOf, type Wire, wires } from "./served.ts";

type File = Awaited<ReturnType<Served["client"]["open"]>>;

async function openText(text: string, wire: Wire = "local"): Promise<Served & { readonly file: File }> {
  const it = await served({ wire });
  await writeFile(join(it.root, "a.txt"), text);
  return { ...it, file: await it.client.open({ path: "a.txt" }) };
}

test.each(wires)("reads on from where it is, %s", async (wire) => {
  const { file } = await openText("0123456789", wire);
  expect(await textOf(await file.read({ bytes: 4 }))).toBe("0123");
  expect(await textOf(await file.read({ bytes: 4 }))).toBe("4567");
  expect(await textOf(await file.read({ bytes: 4 }))).toBe("89");
  expect(await textOf(await file.read({ bytes: 4 }))).toBe("");
});

test("seeks from where it is, and tells where it then is", async () => {
  const { file } = await openText("0123456789");
  expect(await file.seek({ delta: 7 })).toBe(7n);
  expect(await textOf(await file.read({ bytes: 1 }))).toBe("7");
  expect(await file.seek({ delta: -6 })).toBe(2n);
  expect(await file.seek({ delta: 0 })).toBe(2n);
  expect(await textOf(await file.read({ bytes: 100 }))).toBe("23456789");
});

test("seeks beyond the end, where there is nothing to read", async () => {
  const { file } = await openText("0123456789");
  for (const position of [2_147_483_647n, 4_294_967_294n]) {
    expect(await file.seek({ delta: 2_147_483_647 })).toBe(position);
  }
  expect(await textOf(await file.read({ bytes: 10 }))).toBe("");
});

test("refuses to seek before the start, and stays where it is", async () => {
  const { file } = await openText("0123456789");
  await file.seek({ delta: 3 });
  await expect(file.seek({ delta: -4 })).rejects.toMatchObject({
    code: "protocol_error",
    message: "delta: expected at least -3, which leads to the start, got -4",
  });
  expect(await file.seek({ delta: 0 })).toBe(3n);
});

test.each([0, -5, -2_147_483_648])("refuses to read %i bytes", async (bytes) => {
  const { file } = await openText("0123456789");
  await expect(file.read({ bytes })).rejects.toMatchObject({
    code: "protocol_error",
    message: `bytes: expected more than 0, got ${bytes}`,
  });
  expect(await textOf(await file.read({ bytes: 20 }))).toBe("0123456789");
});

test("streams chunks of at most 64 KiB, and all of them", async () => {
  const { file } = await openText("x".repeat(200_000));
  const sizes: number[] = [];
  for await (const chunk of await file.read({ bytes: 2_147_483_647 })) sizes.push(chunk.length);
  expect(sizes).toEqual([65_536, 65_536, 65_536, 3_392]);
});

test("a read that is left has moved no further than what it gave out", async () => {
  const { file } = await openText("x".repeat(200_000));
  for await (const chunk of await file.read({ bytes: 200_000 })) {
    expect(chunk.length).toBe(65_536);
    break;
  }
  expect(await file.seek({ delta: 0 })).toBe(65_536n);
});

test.each(wires)("calls have their effect in the order in which they came, %s", async (wire) => {
  const { file } = await openText("0123456789", wire);
  const [first, second] = await Promise.all([file.read({ bytes: 3 }), file.read({ bytes: 3 })]);
  const seeking = file.seek({ delta: 2 });
  const third = await file.read({ bytes: 3 });
  // Asked in another order, too.
  const texts = [textOf(third), textOf(second), textOf(first)];
  expect(await Promise.all(texts)).toEqual(["89", "345", "012"]);
  expect(await seeking).toBe(8n);
});

test("who waits behind a read that is left gets its turn", async () => {
  const { file } = await openText("0123456789");
  const first = await file.read({ bytes: 3 });
  const seeking = file.seek({ delta: 1 });
  await first[Symbol.asyncIterator]().return?.();
  expect(await seeking).toBe(1n);
});

test("a read that waits for its turn can be left", async () => {
  const { file } = await openText("0123456789");
  const first = (await file.read({ bytes: 3 }))[Symbol.asyncIterator]();
  const second = (await file.read({ bytes: 3 }))[Symbol.asyncIterator]();
  const waiting = second.next();
  await second.return?.();
  expect(await waiting).toEqual({ done: true, value: undefined });
  const seeking = file.seek({ delta: 1 });
  expect(await first.next()).toMatchObject({ value: Uint8Array.of(48, 49, 50) });
  await first.return?.();
  expect(await seeking).toBe(4n);
});

test.each(wires)("the end of a file ends what waits and what is read, and closes it, %s", async (wire) => {
  const { file, store } = await openText("x".repeat(10_000_000), wire);
  const chunks = (await file.read({ bytes: 10_000_000 }))[Symbol.asyncIterator]();
  await chunks.next();
  const seeking = file.seek({ delta: 1 });
  expect(store.openFiles).toBe(1);
  await file.close();
  await expect(seeking).rejects.toMatchObject({ code: "interaction_lost" });
  await expect(allOf(chunks)).rejects.toMatchObject({ code: "interaction_lost" });
  await expect.poll(() => store.openFiles).toBe(0);
});

/** What has come already may come before the error does. */
async function allOf(chunks: AsyncIterator<Uint8Array>): Promise<void> {
  while (!(await chunks.next()).done);
}
