import { field, i32, i64, struct, type StructType } from "@seapink/schema";

/** What `Checksum` is on the wire: all of its fields are always there. */
export const checksumType: StructType = struct("Checksum", [
  field(1, "algorithm", i32, { default: 0 }),
  field(2, "checksum", i64, { default: 0n }),
  field(3, "salt", i64, { default: 0n }),
]);
