import type { Call } from "./call.ts";

/**
 * Another call with some of its parts replaced, for filters. What is not replaced is looked up in the first call, so
 * that a signal which nobody asks for is never made.
 */
export function derive(call: Call, changes: Partial<Call>): Call {
  const derived = Object.create(call) as Call;
  for (const [name, value] of Object.entries(changes))
    Object.defineProperty(derived, name, { value, enumerable: true });
  return derived;
}
