import { randomUUID } from "node:crypto";
import { type BigIntStats, lstatSync, renameSync } from "node:fs";

/** The file of a unix socket, which may give way to another of the same name. */
export class SocketFile {
  readonly #path: string;
  readonly #own: BigIntStats | undefined;

  /** @param path where it is now */
  constructor(path: string) {
    this.#path = path;
    this.#own = fileAt(path);
  }

  /** Closes the server. The system then removes whatever has the name, so that another server's file is out of its way. */
  close(close: () => void): void {
    const aside = this.#isReplaced() ? moveAside(this.#path) : undefined;
    try {
      close();
    } finally {
      if (aside !== undefined) renameSync(aside, this.#path);
    }
  }

  #isReplaced(): boolean {
    const file = fileAt(this.#path);
    return file !== undefined && (this.#own === undefined || !isSameFile(file, this.#own));
  }
}

/** Returns the new name; none where nobody may change names, for then the system will not remove it, either. */
function moveAside(path: string): string | undefined {
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
    return aside;
  } catch {
    return undefined;
  }
}

function fileAt(path: string): BigIntStats | undefined {
  // A name without a file.
  return path.startsWith("\0") ? undefined : lstatSync(path, { throwIfNoEntry: false, bigint: true });
}

/** By number and time, since numbers come again. */
export function isSameFile(one: BigIntStats, other: BigIntStats): boolean {
  return one.ino === other.ino && one.mtimeNs === other.mtimeNs;
}
