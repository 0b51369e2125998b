import { type FSWatcher, watch } from "node:fs";
import { basename } from "node:path";
import type { WatchPoints } from "./watch-points.ts";

/**
 * Watches names in folders. Folders rather than files: a file that an editor replaces, or that is not there yet, can be
 * seen in no other way.
 */
export class FolderWatch {
  readonly #onChange: () => void;
  readonly #watchers: Map<string, FSWatcher> = new Map();
  #points: WatchPoints = new Map();

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** Watches these and no others. Returns whether some were not watched until now, and may have changed before. */
  follow(points: WatchPoints): boolean {
    const before = this.#points;
    this.#points = points;
    for (const folder of this.#watchers.keys()) if (!points.has(folder)) this.#leave(folder);
    let hasMore = false;
    for (const [folder, names] of points) {
      const known = this.#watchers.has(folder) ? before.get(folder) : undefined;
      if (known === undefined) this.#open(folder);
      if (![...names].every((name) => known?.has(name))) hasMore = true;
    }
    return hasMore;
  }

  close(): void {
    for (const folder of this.#watchers.keys()) this.#leave(folder);
  }

  #open(folder: string): void {
    try {
      const watcher = watch(folder, (_, name) => this.#changed(folder, name));
      this.#watchers.set(folder, watcher);
      watcher.on("error", () => this.#changed(folder, null));
    } catch (error) {
      // It was there a moment ago. Since it counts as not watched until now, somebody will look again.
      if (!isGone(error)) throw error;
    }
  }

  #changed(folder: string, name: string | null): void {
    // The folder itself: it was moved or removed, and another may take its place.
    if (name === null || name === basename(folder)) this.#leave(folder);
    else if (!this.#points.get(folder)?.has(name)) return;
    this.#onChange();
  }

  #leave(folder: string): void {
    this.#watchers.get(folder)?.close();
    this.#watchers.delete(folder);
  }
}

function isGone(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}
