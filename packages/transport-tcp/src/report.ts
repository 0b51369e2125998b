import { isThriftError, type Scope } from "@seapink/core";

/** Told about what no peer can be told. */
export type OnError = (error: unknown, scope: Scope | undefined) => void;

/** A callback that cannot throw. Where there is none, errors go to the console: they should not vanish by default. */
export function reporter(onError: OnError | undefined): OnError {
  const tell = onError ?? log;
  return (error, scope) => {
    try {
      tell(error, scope);
    } catch (cause) {
      log(error);
      log(cause);
    }
  };
}

// One line is enough for errors of ours, which say what was expected; what caused them, or a defect, needs its stack.
function log(error: unknown): void {
  const isLine = isThriftError(error) && error.cause === undefined;
  console.error(isLine ? `${error.name}: ${error.message} (${error.code})` : error);
}
