/**
 * Resolves upon the first SIGINT or SIGTERM. Later ones change nothing: a terminal's Ctrl-C arrives once from the
 * terminal and once more through npm, and must not cut short what the first began.
 */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    process.on("SIGINT", () => resolve());
    process.on("SIGTERM", () => resolve());
  });
}
