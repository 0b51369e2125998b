import type { Field } from "@seapink/schema";

/** Whether a value need not have the field, as far as types go. */
export function mayBeAbsent({ requiredness, default: value }: Field): boolean {
  return requiredness === "optional" || value !== undefined;
}
