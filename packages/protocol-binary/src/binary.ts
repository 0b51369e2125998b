import { type Protocol, ViewCache } from "@seapink/core";
import { detect } from "./detect.ts";
import { BinaryReader } from "./reader.ts";
import { BinaryScanner } from "./scanner.ts";
import { BinaryWriter } from "./writer.ts";

export interface BinaryOptions {
  /**
   * The message header without a version, which very old peers write. `refuse` (the default) since its first bytes are
   * a length that whoever connects may choose; `accept` reads both forms; `write` also answers in the old one.
   */
  readonly oldHeader?: "refuse" | "accept" | "write";
}

/** The binary protocol. */
export function binary(options: BinaryOptions = {}): Protocol {
  const oldHeader = options.oldHeader ?? "refuse";
  const acceptOld = oldHeader !== "refuse";
  const views = new ViewCache();
  return {
    name: "binary",
    isSelfDescribing: true,
    writer: (out, limits) => new BinaryWriter(out, limits, oldHeader === "write"),
    reader: (bytes, limits) => new BinaryReader(bytes, views, limits, acceptOld),
    scanner: (limits) => new BinaryScanner(limits, acceptOld),
    detect: (first) => detect(first, acceptOld),
  };
}
