import { i32, i64, struct, type StructType } from "@seapink/schema";
import { optional } from "./optional.ts";

/** File descriptors that are passed beside a message on a unix socket. */
export interface FdMetadata {
  readonly fdSeqNum?: bigint | undefined;
  readonly numFds?: number | undefined;
}

export const fdMetadataType: StructType = struct("FdMetadata", [
  optional(1, "fdSeqNum", i64),
  optional(2, "numFds", i32),
]);
