import { report, type Scope } from "@seapink/core";

/**
 * An application's function as one that cannot fail, in the middle of whatever it is told of. What it throws goes to the
 * console, behind what it should have been told.
 */
export function reporter(onError: (error: unknown) => unknown, scope?: Scope): (error: unknown) => void {
  const tell = async (error: unknown): Promise<void> => {
    try {
      await onError(error);
    } catch (cause) {
      report(error, scope);
      report(cause);
    }
  };
  return (error) => void tell(error);
}
