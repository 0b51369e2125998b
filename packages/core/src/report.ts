import type { Scope } from "./scope.ts";
import { isThriftError } from "./thrift-error.ts";

/**
 * Where errors go that nobody else is told: to the console, since they should not vanish by default. Of one that came up
 * on a connection, it says whose. It does not throw.
 */
export function report(error: unknown, scope?: Scope): void {
  // One line is enough for errors of ours, which say what was expected; what caused them, or a defect, needs its stack.
  const isLine = isThriftError(error) && error.cause === undefined;
  const told = isLine ? `${error.name}: ${error.message} (${error.code})` : error;
  const address = scope?.peer.address;
  try {
    if (address === undefined) console.error(told);
    else console.error(address, told);
  } catch {
    // Whoever reports goes on, as after any other report: an error may fail to be printed, and so may a console.
  }
}
