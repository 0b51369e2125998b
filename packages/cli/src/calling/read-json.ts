import { isProtocolError } from "@seapink/core";
import type { Type } from "@seapink/schema";
import { fromJson } from "@seapink/schema/json";
import { UsageError } from "../usage-error.ts";

/**
 * A value from JSON that somebody has given.
 * @throws UsageError with the path of the mistake, `args.req.ids[3]`
 */
export function readJson(type: Type, text: string, path: string): unknown {
  try {
    return fromJson(type, text, { path });
  } catch (error) {
    if (!isProtocolError(error)) throw error;
    // What is no JSON has a line and a column instead of a path.
    const message = error.message.startsWith(path) ? error.message : `${path}: ${error.message}`;
    throw new UsageError(message, { cause: error });
  }
}
