import { ProtocolError } from "@seapink/core";

/** Refuses a union of which more than one field came. */
export function tooManyArms(count: number, offset: number): never {
  throw new ProtocolError("invalid_data", `expected one field in a union, got ${count}`, { offset });
}
