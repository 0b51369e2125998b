/** Lines for a log that a flood of errors must not fill. */
export interface Report {
  readonly line: (text: string) => void;
  /** Says what was left out so far. */
  readonly flush: () => void;
}

const linesPerWindow = 20;
const windowMs = 1_000;

/** Writes the first 20 lines of each second, and then how many more there were. */
export function reportTo(write: (line: string) => void): Report {
  let lines = 0;
  let isOpen = false;
  const flush = (): void => {
    if (lines > linesPerWindow) write(`and ${lines - linesPerWindow} more`);
    lines = Math.min(lines, linesPerWindow);
  };
  const close = (): void => {
    flush();
    lines = 0;
    isOpen = false;
  };
  const line = (text: string): void => {
    if (!isOpen) setTimeout(close, windowMs).unref();
    isOpen = true;
    if (++lines <= linesPerWindow) write(text);
  };
  return { line, flush };
}
