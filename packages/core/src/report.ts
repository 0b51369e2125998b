import { isThriftError } from "./thrift-error.ts";

/** Where errors go that nobody else is told: to the console, since they should not vanish by default. */
export function report(error: unknown): void {
  // One line is enough for errors of ours, which say what was expected; what caused them, or a defect, needs its stack.
  const isLine = isThriftError(error) && error.cause === undefined;
  console.error(isLine ? `${error.name}: ${error.message} (${error.code})` : error);
}
