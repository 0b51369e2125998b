import { type Database, open } from "lmdb";

/** Where values are kept. */
export interface Store {
  get(key: string): string | undefined;
  /** Resolves when the value is on disk: it survives the process, killed or not. */
  set(key: string, value: string): Promise<void>;
  close(): Promise<void>;
}

/** Opens the store in a folder, which is made if it is not there. */
export function openStore(path: string): Store {
  return new LmdbStore(path);
}

class LmdbStore implements Store {
  readonly #values: Database<string, Buffer>;

  // Without overlapping sync a write has been flushed when its promise resolves; writes that wait share one flush.
  constructor(path: string) {
    this.#values = open<string, Buffer>({ path, encoding: "string", keyEncoding: "binary", overlappingSync: false });
  }

  get(key: string): string | undefined {
    return this.#values.get(keyOf(key));
  }

  async set(key: string, value: string): Promise<void> {
    await this.#values.put(keyOf(key), value);
  }

  close(): Promise<void> {
    return this.#values.close();
  }
}

// LMDB has no empty keys.
function keyOf(key: string): Buffer {
  return Buffer.from(`/${key}`);
}
