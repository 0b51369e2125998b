import type { Type } from "@seapink/schema";
import { toJson } from "@seapink/schema/json";
import { sampleOf } from "../sample/sample-of.ts";

/** A value of a type as JSON, to learn from; `undefined` where every one is too large. */
export function sampleJson(type: Type): string | undefined {
  try {
    return toJson(type, sampleOf(type));
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
