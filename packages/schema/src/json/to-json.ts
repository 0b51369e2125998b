import { defaultLimits } from "@seapink/core";
import type { Type } from "../type.ts";
import { jsonCodecOf } from "./compile.ts";
import type { ToJsonOptions, ValueOf } from "./json-options.ts";
import { locate } from "./locate.ts";
import { JsonWriter } from "./writer.ts";

/**
 * A value of any type as JSON text.
 * @throws ProtocolError with the path of the value that does not fit.
 */
export function toJson<T extends Type>(type: T, value: ValueOf<T>, options: ToJsonOptions = {}): string {
  const { space = 0, path = "", limits = defaultLimits } = options;
  const writer = new JsonWriter(limits, " ".repeat(space));
  try {
    jsonCodecOf(type).write(writer, value);
    return writer.text;
  } catch (error) {
    throw locate(error, path, writer);
  }
}
