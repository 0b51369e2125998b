import { realpath } from "node:fs/promises";
import { IdlError } from "../idl-error.ts";
import type { IdlFile } from "../load.ts";
import { isMissing } from "./is-missing.ts";
import { readText } from "./read-text.ts";

/** A file as it was found: `real` is the path that no link leads away from. */
interface Found {
  readonly real: string;
  readonly text: string;
}

/** What the file system has, as long as a program is loaded, and which of it was asked for. */
export class IdlFiles {
  readonly #maxBytes: number;
  readonly #byRealPath: Map<string, IdlFile> = new Map();
  readonly #asked: Map<string, Found | undefined> = new Map();

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** Each path that was asked for, whether there was a file or not. */
  get asked(): Iterable<string> {
    return this.#asked.keys();
  }

  /**
   * `undefined` if there is no file. A file that several paths lead to has the first of them as its name.
   * @throws IdlError
   */
  async find(path: string): Promise<IdlFile | undefined> {
    this.#asked.set(path, undefined);
    const found = await this.#read(path);
    this.#asked.set(path, found);
    if (!found) return undefined;
    const known = this.#byRealPath.get(found.real) ?? { file: path, text: found.text };
    this.#byRealPath.set(found.real, known);
    return known;
  }

  /** Whether each path that was asked for still leads to the same file with the same text, or to none. */
  async areCurrent(): Promise<boolean> {
    const now = new IdlFiles(this.#maxBytes);
    for (const [path, before] of this.#asked) {
      const found = await now.#read(path).catch(() => undefined);
      if (found?.real !== before?.real || found?.text !== before?.text) return false;
    }
    return true;
  }

  async #read(path: string): Promise<Found | undefined> {
    try {
      const real = await realpath(path);
      const known = this.#byRealPath.get(real)?.text;
      const text = known ?? (await readText(real, this.#maxBytes));
      return text === undefined ? undefined : { real, text };
    } catch (error) {
      if (isMissing(error)) return undefined;
      if (error instanceof IdlError) throw error;
      const message = `expected a file that can be read, got an error at ${path}`;
      throw new IdlError("missing_file", message, { file: path, cause: error });
    }
  }
}
