import { ApplicationError } from "@seapink/core";
import { type Context, implement, type ServiceHandler } from "@seapink/rpc";
import { checksumOf } from "./checksum.ts";
import { closing } from "./closing.ts";
import { toFileInfo } from "./file-info.ts";
import type { FileInfo } from "./gen/fileserver.ts";
import { type Checksum, type Entry, FileStore, type FileStoreHandler, type FileStoreMethods } from "./gen/filestore.ts";
import { listFolder } from "./list-folder.ts";
import { OpenFile } from "./open-file.ts";
import type { OpenLimit } from "./open-limit.ts";
import type { ServedFolder } from "./served-folder.ts";
import { asDeclaredError, asSystemError, telling } from "./told-errors.ts";
import { writeFile } from "./write-file.ts";

/** The service `FileStore` on a folder. */
export function fileStoreHandler(root: ServedFolder, files: OpenLimit): ServiceHandler {
  return implement(FileStore, new ServedFiles(root, files));
}

type At = FileStoreMethods["open"]["args"];

class ServedFiles implements FileStoreHandler {
  readonly #root: ServedFolder;
  readonly #files: OpenLimit;

  constructor(root: ServedFolder, files: OpenLimit) {
    this.#root = root;
    this.#files = files;
  }

  async open(at: At): Promise<OpenFile> {
    const [file] = await this.openAndStat(at);
    return file;
  }

  openAndStat({ path }: At): Promise<readonly [OpenFile, FileInfo]> {
    return telling(asSystemError, async () => {
      const { opened, release } = await this.#files.open(() => this.#root.openFile(present("path", path)));
      return [new OpenFile(opened.handle, release), toFileInfo(opened.stats)];
    });
  }

  stat({ filePath }: FileStoreMethods["stat"]["args"]): Promise<FileInfo> {
    return this.#during(asSystemError, async () => {
      const { handle, stats } = await this.#root.openFile(present("filePath", filePath));
      await handle.close();
      return toFileInfo(stats);
    });
  }

  list({ path }: At): Promise<AsyncIterable<Entry>> {
    return telling(asDeclaredError, async () => {
      const { opened, release } = await this.#files.open(() => this.#root.openFolder(present("path", path)));
      return closing(listFolder(this.#root, opened), async () => {
        release();
        await opened.handle.close();
      });
    });
  }

  write({ path }: At, { items: chunks, signal }: Context<Uint8Array>): Promise<Checksum> {
    return this.#during(asDeclaredError, () => writeFile(this.#root, present("path", path), { chunks, signal }));
  }

  checksum({ path }: At, { signal }: Context): Promise<Checksum> {
    return this.#during(asDeclaredError, async () =>
      checksumOf(await this.#root.openFile(present("path", path)), signal),
    );
  }

  #during<T>(told: (error: unknown) => unknown, act: () => Promise<T>): Promise<T> {
    return telling(told, () => this.#files.during(act));
  }
}

// Arguments of plain Thrift may be missing.
function present(name: string, value: string | undefined): string {
  if (value === undefined) throw new ApplicationError("protocol_error", `${name}: expected a string, got none`);
  return value;
}
