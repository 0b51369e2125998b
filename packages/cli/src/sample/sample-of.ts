import type { Type } from "@seapink/schema";
import { leastSizes } from "./least-sizes.ts";
import { SampleValues } from "./sample-values.ts";

export interface SampleOptions {
  /** What strings say where no field has a name; by default `text`. */
  readonly name?: string;
  /** How many values it has at most, those inside of others included. Default 200. */
  readonly maxValues?: number;
}

/**
 * A value of a type, always the same: strings say the name of their field, numbers are 1 or 1.5, containers have one
 * element, unions their first field, enums their first value, and fields their default where there is one. What may be
 * left out is left out where it would repeat what it is inside of, deep inside, and where all becomes too much. Defaults
 * are those of the descriptor itself, so that the value is not to be changed.
 * @throws RangeError where no value is small enough
 */
export function sampleOf(type: Type, { name = "text", maxValues = 200 }: SampleOptions = {}): unknown {
  const leastSize = leastSizes(type);
  const spare = maxValues - leastSize(type);
  if (spare >= 0) return new SampleValues(leastSize, spare).valueOf(type, name);
  throw new RangeError(`expected a type with a value of at most ${maxValues} parts, got ${nameOf(type)}`);
}

function nameOf(type: Type): string {
  return "name" in type ? type.name : type.kind;
}
