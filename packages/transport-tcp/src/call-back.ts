/** Calls an application's callback. One that is async, for which nobody waits, fails like one that throws. */
export function callBack(callback: () => unknown, failed: (cause: unknown) => void): void {
  try {
    const result = callback();
    if (result !== undefined) Promise.resolve(result).catch(failed);
  } catch (cause) {
    failed(cause);
  }
}
