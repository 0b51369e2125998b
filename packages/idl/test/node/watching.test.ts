import { type FSWatcher, mkdirSync, renameSync, rmSync, symlinkSync, watch } from "node:fs";
import { expect, test, vi } from "vitest";
import type { Program } from "../../src/index.ts";
import { numberOf, revision } from "../revisions.ts";
import type { Folder } from "./folder.ts";
import { reached, watched } from "./watched.ts";

test.each<[what: string, change: (folder: Folder) => void]>([
  ["the first file", (folder) => folder.write({ "main.thrift": "struct Main { 1: i32 number = 1 }" })],
  ["an included file", (folder) => folder.write({ "number.thrift": "const i32 NUMBER = 1" })],
  [
    "a file that appears where it is looked up before another",
    (folder) => folder.write({ "first/far.thrift": "const i32 NUMBER = 1" }),
  ],
  ["a folder that is replaced", (folder) => replaceFolder(folder, "last")],
  ["a link that leads elsewhere", (folder) => relink(folder, "link", "new")],
  ["a text that is as long as the one before", (folder) => folder.write({ "last/far.thrift": "const i32 NUMBER = 1" })],
])("sees %s", async (_, change) => {
  const { folder, provider } = await watched(three, (folder) => {
    symlinkSync("old", folder.join("link"));
    return { includeDirs: ["first", "link", "last"].map((name) => folder.join(name)) };
  });
  const updates = provider.updates()[Symbol.asyncIterator]();
  change(folder);
  const { fields } = ((await updates.next()).value as Program).struct("Main");
  expect(Math.max(...fields.map((field) => field.default as number))).toBe(1);
});

const three = {
  "main.thrift": `include "number.thrift" include "far.thrift" include "linked.thrift"
    struct Main { 1: i32 number = number.NUMBER 2: i32 far = far.NUMBER 3: i32 linked = linked.NUMBER }`,
  "number.thrift": "const i32 NUMBER = 0",
  "last/far.thrift": "const i32 NUMBER = 0",
  "old/linked.thrift": "const i32 NUMBER = 0",
  "new/linked.thrift": "const i32 NUMBER = 1",
};

function replaceFolder(folder: Folder, name: string): void {
  renameSync(folder.join(name), folder.join(`${name}-before`));
  folder.write({ [`${name}/far.thrift`]: "const i32 NUMBER = 1" });
}

function relink(folder: Folder, name: string, target: string): void {
  symlinkSync(target, folder.join(`${name}~`));
  renameSync(folder.join(`${name}~`), folder.join(name));
}

test("tells why a removed file is missed, keeps the program, and sees it come back", async () => {
  for (const name of ["main.thrift", "number.thrift"] as const) {
    const { folder, provider, errors } = await watched(revision(0));
    const error = errors.next();
    rmSync(folder.join(name));
    expect(await error).toMatchObject({ name: "IdlError", code: "missing_file" });
    expect(numberOf(provider.program)).toBe(0);
    const news = reached(provider.updates(), 1);
    folder.write({ ...revision(1), [name]: revision(1)[name] });
    expect(numberOf((await news) as Program)).toBe(1);
  }
});

test("sees a whole folder go and come back", async () => {
  const { folder, provider, errors } = await watched(revision(0));
  for (const number of [1, 2]) {
    const error = errors.next();
    renameSync(folder.path, `${folder.path}-${number}`);
    expect(await error).toMatchObject({ code: "missing_file" });
    const news = reached(provider.updates(), number);
    mkdirSync(folder.path);
    folder.write(revision(number));
    expect(numberOf((await news) as Program)).toBe(number);
    rmSync(`${folder.path}-${number}`, { recursive: true });
  }
});

test("still watches in a folder that another just like it has replaced", async () => {
  const { folder, provider } = await watched({ "main.thrift": main, "x/number.thrift": numbered(0) });
  const { program } = provider;
  const left = vi.spyOn(watcherPrototype(folder), "close");
  renameSync(folder.join("x"), folder.join("y"));
  folder.write({ "x/number.thrift": numbered(0) });
  await vi.waitFor(() => expect(left).toHaveBeenCalled());
  left.mockRestore();
  // It was left, and is watched again before any reading that begins now has ended.
  expect(await provider.reload()).toBe(program);
  const news = reached(provider.updates(), 1);
  folder.write({ "x/number.thrift": numbered(1) });
  expect(numberOf((await news) as Program)).toBe(1);
});

/** What Node's watchers have in common. */
function watcherPrototype({ path }: Folder): FSWatcher {
  const watcher = watch(path);
  watcher.close();
  return Object.getPrototypeOf(watcher) as FSWatcher;
}

const main = 'include "x/number.thrift" struct Main { 1: i32 number = number.NUMBER }';

function numbered(number: number): string {
  return revision(number)["number.thrift"];
}

test("waits for a file that an update includes before it is there", async () => {
  const { folder, provider, errors } = await watched(revision(0));
  const error = errors.next();
  folder.write({ "main.thrift": 'include "later/new.thrift" struct Main { 1: i32 number = new.NUMBER }' });
  expect(await error).toMatchObject({ code: "missing_file", line: 1 });
  const news = reached(provider.updates(), 7);
  folder.write({ "later/new.thrift": "const i32 NUMBER = 7" });
  expect(numberOf((await news) as Program)).toBe(7);
});

test("makes one program of a burst, and none of what changes nothing", async () => {
  const { folder, provider } = await watched(revision(0));
  const seen: Program[] = [];
  const all = (async () => {
    for await (const program of provider.updates()) seen.push(program);
  })();
  folder.write({ "other.thrift": "struct" });
  folder.replace(revision(0));
  for (let number = 1; number < 100; number++) folder.write(revision(number));
  const news = reached(provider.updates(), 99);
  folder.replace(revision(99));
  const last = await news;
  await provider.close();
  await all;
  expect(seen).toEqual([last]);
});
