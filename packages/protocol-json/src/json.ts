import { type Protocol, ViewCache } from "@seapink/core";
import { detect } from "./detect.ts";
import { protocolName } from "./protocol-name.ts";
import { JsonReader } from "./reader.ts";
import { JsonScanner } from "./scanner.ts";
import { JsonWriter } from "./writer.ts";

export interface JsonOptions {
  /**
   * Also reads what some peers write though it is no JSON: bare `NaN`, `nan`, `inf` and `Infinity`, and control
   * characters in strings; and escaped halves of surrogate pairs, which become U+FFFD. Default `false`.
   * A body that is passed on unread is not checked, and leaves with what is no JSON.
   */
  readonly lenient?: boolean;
  /**
   * Maps whose keys are structs or containers. JSON has no such keys, so `refuse` is the default; `raw` writes and reads
   * what Apache's C++, Java and Python do, `{{"1":…}:…}`, which no JSON parser takes, under
   * the name `json-raw-keys`.
   */
  readonly containerKeys?: "refuse" | "raw";
}

/** Thrift's JSON protocol. */
export function json(options: JsonOptions = {}): Protocol {
  const dialect = { isLenient: options.lenient ?? false, hasRawKeys: options.containerKeys === "raw" };
  const views = new ViewCache();
  return {
    name: protocolName(dialect.hasRawKeys),
    isSelfDescribing: false,
    writer: (out, limits) => new JsonWriter(out, limits, dialect.hasRawKeys),
    reader: (bytes, limits) => new JsonReader(bytes, views, limits, dialect),
    scanner: (limits) => new JsonScanner(limits, dialect.isLenient),
    detect,
  };
}
