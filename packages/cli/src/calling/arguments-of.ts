import type { Method } from "@seapink/schema";
import { readJson } from "./read-json.ts";

/**
 * The arguments of a method from JSON text; none at all are `{}`.
 * @param path what the paths of mistakes begin with
 * @throws UsageError
 */
export function argumentsOf(method: Method, text: string, path = "args"): object {
  return readJson(method.args, text.trim() === "" ? "{}" : text, path) as object;
}
