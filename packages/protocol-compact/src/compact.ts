import { type Protocol, ViewCache } from "@seapink/core";
import { detect } from "./detect.ts";
import { CompactReader } from "./reader.ts";
import { CompactScanner } from "./scanner.ts";
import { apache, fbthrift } from "./variant.ts";
import { CompactWriter } from "./writer.ts";

export interface CompactOptions {
  /**
   * Whose form: `apache` (the default) or `fbthrift`. A message says by its version which it is, a struct by itself does
   * not, and each refuses the other's messages.
   */
  readonly variant?: "apache" | "fbthrift";
}

/** The compact protocol. */
export function compact(options: CompactOptions = {}): Protocol {
  const variant = options.variant === "fbthrift" ? fbthrift : apache;
  const views = new ViewCache();
  return {
    name: variant.name,
    isSelfDescribing: true,
    writer: (out, limits) => new CompactWriter(out, limits, variant),
    reader: (bytes, limits) => new CompactReader(bytes, views, limits, variant),
    scanner: (limits) => new CompactScanner(limits, variant),
    detect: (first) => detect(first, variant),
  };
}
