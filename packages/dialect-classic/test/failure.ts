import { isThriftError, type ThriftError } from "@seapink/core";

/** The error of ours that this rejects with. */
export async function failure(work: Promise<unknown>): Promise<ThriftError> {
  const outcome: unknown = await work.then(
    () => "a value",
    (error: unknown) => error,
  );
  if (!isThriftError(outcome)) throw new TypeError("expected an error of ours", { cause: outcome });
  return outcome;
}
