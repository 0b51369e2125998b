import { fieldStep } from "../field-path.ts";
import { nearHint } from "../near.ts";
import type { Fieldset } from "../type.ts";
import { aLittle, shortName } from "./expectation.ts";
import type { JsonReader } from "./reader.ts";

/** Passes over the value of a name that is no field, or refuses it. @param start where the name is */
export function unknownField(r: JsonReader, type: Fieldset, name: string, start: number): void {
  if (r.unknownFields === "skip") return r.skip();
  const names = type.fields.map((field) => field.name);
  const got = JSON.stringify(name.slice(0, 40));
  r.steps.push(fieldStep(name));
  r.fail(`expected a field of ${shortName(type)}, got ${got}${nearHint(name, names, aLittle())}`, start);
}
