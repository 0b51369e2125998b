import { defaultLimits, describeValue } from "@seapink/core";
import type { Type } from "../type.ts";
import { jsonCodecOf } from "./compile.ts";
import type { ToJsonOptions, ValueOf } from "./json-options.ts";
import { locate } from "./locate.ts";
import { JsonWriter } from "./writer.ts";

const mostSpaces = 100;

/**
 * A value of any type as JSON text.
 * @throws ProtocolError with the path of the value that does not fit; RangeError for a `space` that is none.
 */
export function toJson<T extends Type>(type: T, value: ValueOf<T>, options: ToJsonOptions = {}): string {
  const { space = 0, path = "", limits = defaultLimits } = options;
  const writer = new JsonWriter(limits, indent(space));
  try {
    jsonCodecOf(type).write(writer, value);
    return writer.text;
  } catch (error) {
    throw locate(error, path, writer);
  }
}

function indent(space: number): string {
  if (Number.isInteger(space) && space >= 0 && space <= mostSpaces) return " ".repeat(space);
  throw new RangeError(`expected space from 0 to ${mostSpaces}, got ${describeValue(space)}`);
}
