/** Goes on with a value, or with what a promise becomes, at once where it can. */
export function later(
  value: unknown,
  then: (value: unknown) => unknown,
  told: (error: unknown) => unknown = (error) => error,
): unknown {
  if (!isThenable(value)) return then(value);
  return Promise.resolve(value).then(then, (error: unknown) => Promise.reject(told(error)));
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === "object" && value !== null && "then" in value && typeof value.then === "function";
}
