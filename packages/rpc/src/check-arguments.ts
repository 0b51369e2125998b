import { describeValue } from "@seapink/core";

// What the types refuse, said to those who have none, and before the first call.

/** @throws TypeError for what is no service */
export function checkService(value: unknown): void {
  const isService = typeof value === "object" && value !== null && "kind" in value && value.kind === "service";
  if (!isService)
    throw new TypeError(`expected a service such as compile(…).service("Name"), got ${describeValue(value)}`);
}

/** @throws TypeError for what has no methods */
export function checkImplementation(service: string, value: unknown): void {
  if ((typeof value === "object" || typeof value === "function") && value !== null) return;
  throw new TypeError(`${service}: expected an object with its methods, got ${describeValue(value)}`);
}

/** @throws TypeError for what has no handler */
export function checkChannel(value: unknown): void {
  const isChannel =
    typeof value === "object" && value !== null && "handle" in value && typeof value.handle === "function";
  if (!isChannel) throw new TypeError(`expected a channel, got ${describeValue(value)}`);
}

/** @throws RangeError for what is no time to wait; less than none is over. */
export function checkTimeout(value: unknown): void {
  if (typeof value === "number" && !Number.isNaN(value)) return;
  throw new RangeError(`timeoutMs: expected a number of milliseconds, got ${describeValue(value)}`);
}
