import { AddressError } from "@seapink/addresses";
import type { ServiceHandler } from "@seapink/rpc";
import { fileStoreHandler } from "./handler.ts";
import { OpenLimit } from "./open-limit.ts";
import { ServedFolder } from "./served-folder.ts";
import { sweep } from "./sweep.ts";

/** The service on a folder, for whoever serves it. */
export interface FileStoreService {
  readonly handler: ServiceHandler;
  /** The folder without links. */
  readonly root: string;
  /** How many files are open now. */
  readonly openFiles: number;
}

/**
 * Serves a folder that is there, and removes from it what a killed server has left.
 * @param maxOpen files that are open at once, for all clients together
 * @throws AddressError if there is no such folder
 */
export async function createFileStore(root: string, maxOpen = 1024): Promise<FileStoreService> {
  const folder = await servedFolder(root);
  await sweep(folder.real);
  const files = new OpenLimit(maxOpen);
  return {
    handler: fileStoreHandler(folder, files),
    root: folder.real,
    get openFiles() {
      return files.count;
    },
  };
}

async function servedFolder(root: string): Promise<ServedFolder> {
  try {
    return await ServedFolder.at(root);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AddressError(`--root ${root}: cannot be served: ${reason}`, { cause });
  }
}
