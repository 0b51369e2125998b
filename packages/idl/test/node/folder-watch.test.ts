import { type FSWatcher, renameSync, watch } from "node:fs";
import { expect, onTestFinished, test } from "vitest";
import { FolderWatch } from "../../src/node/folder-watch.ts";
import type { WatchPoints } from "../../src/node/watch-points.ts";
import { Folder } from "./folder.ts";

/** Something that happens, to be waited for. */
class Signal {
  count = 0;
  #wake: () => void = () => undefined;

  readonly raise = (): void => {
    this.count++;
    this.#wake();
  };

  next(): Promise<void> {
    return new Promise((wake) => (this.#wake = wake));
  }
}

interface Watching {
  readonly folder: Folder;
  readonly folders: FolderWatch;
  readonly changes: Signal;
  readonly errors: unknown[];
  /** All watchers that were opened. */
  readonly watchers: FSWatcher[];
  /** The folders of which there can be no more watchers. */
  readonly full: Set<string>;
}

function watching(): Watching {
  const folder = new Folder();
  const changes = new Signal();
  const errors: unknown[] = [];
  const watchers: FSWatcher[] = [];
  const full = new Set<string>();
  const folders = new FolderWatch({
    onChange: changes.raise,
    onError: (error) => errors.push(error),
    open: (path, listener) => {
      if (full.has(path)) throw Object.assign(new Error("no more watchers"), { code: "EMFILE" });
      const watcher = watch(path, listener);
      watchers.push(watcher);
      return watcher;
    },
  });
  onTestFinished(() => {
    folders.close();
    folder[Symbol.dispose]();
  });
  return { folder, folders, changes, errors, watchers, full };
}

/** `file` in each of these. */
function points(folder: Folder, ...names: string[]): WatchPoints {
  return new Map(names.map((name) => [folder.join(name), new Set(["file"])]));
}

test("says whether there is more to watch, and sees what changes", async () => {
  const { folder, folders, changes } = watching();
  folder.write({ "a/file": "", "b/file": "" });
  expect(folders.follow(points(folder, "a"))).toBe(true);
  expect(folders.follow(points(folder, "a"))).toBe(false);
  expect(folders.follow(points(folder, "a", "b"))).toBe(true);
  const change = changes.next();
  folder.write({ "b/file": "new" });
  await change;
});

test("watches a folder again that another has replaced", async () => {
  const { folder, folders, changes } = watching();
  folder.write({ "a/file": "" });
  folders.follow(points(folder, "a"));
  const replaced = changes.next();
  renameSync(folder.join("a"), folder.join("b"));
  folder.write({ "a/file": "" });
  await replaced;
  expect(folders.follow(points(folder, "a"))).toBe(true);
  const change = changes.next();
  folder.write({ "a/file": "new" });
  await change;
});

test("watches what it did when it cannot watch all that it is told to", async () => {
  const { folder, folders, changes, watchers, full } = watching();
  folder.write({ "a/file": "", "b/file": "", "c/file": "" });
  folders.follow(points(folder, "a"));
  full.add(folder.join("c"));
  expect(() => folders.follow(points(folder, "b", "c"))).toThrow("no more watchers");
  expect(watchers.length).toBe(2);
  const change = changes.next();
  folder.write({ "a/file": "new" });
  await change;
  full.clear();
  expect(folders.follow(points(folder, "b", "c"))).toBe(true);
});

test("tells why a folder is watched no more, and looks again until that is in vain", () => {
  const { folder, folders, changes, errors, watchers } = watching();
  folder.write({ "a/file": "" });
  const all = points(folder, "a");
  folders.follow(all);
  const failures = [1, 2, 3].map((number) => new Error(`failure ${number}`));
  const seen = failures.map((failure) => {
    watchers.at(-1)?.emit("error", failure);
    const before = changes.count;
    return [before, folders.follow(all)];
  });
  expect(errors).toEqual(failures);
  expect(seen).toEqual([
    [1, true],
    [1, false],
    [1, false],
  ]);
  expect(watchers.length).toBe(4);
});

test("looks again as before once it has seen something", async () => {
  const { folder, folders, changes, watchers } = watching();
  folder.write({ "a/file": "" });
  const all = points(folder, "a");
  folders.follow(all);
  for (let i = 0; i < 2; i++) {
    watchers.at(-1)?.emit("error", new Error("failure"));
    folders.follow(all);
  }
  const change = changes.next();
  folder.write({ "a/file": "new" });
  await change;
  watchers.at(-1)?.emit("error", new Error("failure"));
  expect(folders.follow(all)).toBe(true);
});
