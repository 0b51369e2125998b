import { type FSWatcher, watch } from "node:fs";
import { basename } from "node:path";
import { isMissing } from "./is-missing.ts";
import type { WatchPoints } from "./watch-points.ts";

export interface FolderWatchOptions {
  readonly onChange: () => void;
  /** Told that a folder may no longer be watched. */
  readonly onError: (error: unknown) => void;
  /** Default: Node's. */
  readonly open?: (folder: string, listener: (event: string, name: string | null) => void) => FSWatcher;
}

/**
 * Watches names in folders. Folders rather than files: a file that an editor replaces, or that is not there yet, can be
 * seen in no other way.
 */
export class FolderWatch {
  readonly #options: FolderWatchOptions;
  readonly #watchers: Map<string, FSWatcher> = new Map();
  /** How often the watchers of a folder have failed since one has seen something. */
  readonly #failures: Map<string, number> = new Map();
  #points: WatchPoints = new Map();

  constructor(options: FolderWatchOptions) {
    this.#options = options;
  }

  /**
   * Watches these and no others. Returns whether some were not watched until now, and may have changed before. If it
   * throws, it watches what it did.
   */
  follow(points: WatchPoints): boolean {
    const fresh = this.#openAll([...points.keys()].filter((folder) => !this.#watchers.has(folder)));
    const before = this.#points;
    this.#points = points;
    for (const folder of this.#watchers.keys()) if (!points.has(folder)) this.#leave(folder);
    for (const folder of this.#failures.keys()) if (!points.has(folder)) this.#failures.delete(folder);
    return [...points].some(([folder, names]) => {
      const known = fresh.has(folder) && !this.#isHopeless(folder) ? undefined : before.get(folder);
      return ![...names].every((name) => known?.has(name));
    });
  }

  close(): void {
    for (const folder of this.#watchers.keys()) this.#leave(folder);
  }

  /** All or none. */
  #openAll(folders: readonly string[]): ReadonlySet<string> {
    try {
      for (const folder of folders) this.#open(folder);
    } catch (error) {
      for (const folder of folders) this.#leave(folder);
      throw error;
    }
    return new Set(folders);
  }

  #open(folder: string): void {
    const { open = watch } = this.#options;
    try {
      const watcher = open(folder, (_, name) => this.#changed(folder, name));
      this.#watchers.set(folder, watcher);
      watcher.on("error", (error) => this.#fail(folder, error));
    } catch (error) {
      // It was there a moment ago. Since it counts as not watched until now, somebody will look again.
      if (!isMissing(error)) throw error;
    }
  }

  #changed(folder: string, name: string | null): void {
    this.#failures.delete(folder);
    // The folder itself: it was moved or removed, and another may take its place.
    if (name === null || name === basename(folder)) this.#leave(folder);
    else if (!this.#points.get(folder)?.has(name)) return;
    this.#options.onChange();
  }

  // Some systems have no other way to say that a folder was removed.
  #fail(folder: string, error: unknown): void {
    this.#leave(folder);
    this.#failures.set(folder, (this.#failures.get(folder) ?? 0) + 1);
    this.#options.onError(error);
    if (!this.#isHopeless(folder)) this.#options.onChange();
  }

  /** Whether to look again would only fail again: then it is watched again when there is another reason to look. */
  #isHopeless(folder: string): boolean {
    return (this.#failures.get(folder) ?? 0) > 1;
  }

  #leave(folder: string): void {
    this.#watchers.get(folder)?.close();
    this.#watchers.delete(folder);
  }
}
