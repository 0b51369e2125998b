import type { Protocol } from "@seapink/core";
import { binary } from "@seapink/protocol-binary";
import { compact } from "@seapink/protocol-compact";

/** What metadata may be encoded in. Pushes and errors are in compact always. */
export type MetadataEncoding = "compact" | "binary";

export const metadataProtocols: Readonly<Record<MetadataEncoding, Protocol>> = {
  compact: compact({ variant: "fbthrift" }),
  binary: binary(),
};
