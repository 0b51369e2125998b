/** The file server as a library, for programs that serve it beside other services or call it. */
export { withClient } from "./call.ts";
export { createFileStore, type FileStoreService } from "./create-file-store.ts";
export { outcomeOf } from "./outcome.ts";
export type { FileInfo } from "./gen/fileserver.ts";
export type { Checksum, Entry, FileStoreClient } from "./gen/filestore.ts";
