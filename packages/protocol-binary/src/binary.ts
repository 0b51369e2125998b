import { type Detection, type Protocol, ViewCache } from "@seapink/core";
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
    writer: (out, limits) => new BinaryWriter(out, limits, oldHeader === "write"),
    reader: (bytes, limits) => new BinaryReader(bytes, views, limits, acceptOld),
    scanner: (limits) => new BinaryScanner(limits, acceptOld),
    detect: (first) => detect(first, acceptOld),
  };
}

// § message: 0x8001, an unused byte, the type. The old header is recognised by a short name's length.
function detect(first: Uint8Array, acceptOld: boolean): Detection {
  if (first.length < 4) return "more";
  if (first[0] === 0x80 && first[1] === 0x01) return isCall(first[3]) ? "yes" : "no";
  return acceptOld && first[0] === 0 && first[1] === 0 ? "yes" : "no";
}

function isCall(type: number | undefined): boolean {
  return type === 1 || type === 4;
}
