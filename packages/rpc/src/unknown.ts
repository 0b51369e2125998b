import { ApplicationError } from "@seapink/core";

/** As much of a name is told back as helps to find the mistake. */
const shown = 100;

export function unknownService(known: readonly string[], got: string): ApplicationError {
  const expected = known.length === 1 ? known.join() : `one of ${known.join(", ")}`;
  return new ApplicationError("unknown_service", `expected ${expected}, got ${JSON.stringify(got.slice(0, shown))}`);
}

export function unknownMethod(known: readonly string[], got: string): ApplicationError {
  const none = known.length === 1 ? `${known.join()} has no method` : `none of ${known.join(", ")} has a method`;
  return new ApplicationError("unknown_method", `${none} ${JSON.stringify(got.slice(0, shown))}`);
}
