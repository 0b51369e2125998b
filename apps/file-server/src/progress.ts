/** How far something has come, shown to whoever waits for it. */
export interface Progress {
  add(bytes: number): void;
  /** It is over: what was shown is gone. Stopping twice is stopping once. */
  stop(): void;
}

export const silent: Progress = { add: () => undefined, stop: () => undefined };

interface Terminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

const intervalMs = 100;

/**
 * A line on a terminal, without colours, that says how far something has come; nothing where it is no terminal. The line
 * is removed at the end.
 * @param total bytes, `undefined` where nobody knows
 */
export function progressOn(terminal: Terminal, name: string, total: number | undefined): Progress {
  return terminal.isTTY === true ? new ProgressLine(terminal, name, total) : silent;
}

class ProgressLine implements Progress {
  readonly #terminal: Terminal;
  readonly #name: string;
  readonly #total: number | undefined;
  readonly #began: number = performance.now();
  readonly #timer: NodeJS.Timeout;
  #bytes = 0;
  #isShown = false;

  constructor(terminal: Terminal, name: string, total: number | undefined) {
    this.#terminal = terminal;
    this.#name = name;
    this.#total = total;
    this.#timer = setInterval(() => this.#show(), intervalMs).unref();
  }

  add(bytes: number): void {
    this.#bytes += bytes;
  }

  stop(): void {
    clearInterval(this.#timer);
    if (this.#isShown) this.#terminal.write("\r\u001b[K");
    this.#isShown = false;
  }

  #show(): void {
    this.#isShown = true;
    const seconds = (performance.now() - this.#began) / 1000;
    const rate = `${sizeText(this.#bytes / seconds)}/s`;
    const line = progressText(this.#name, { bytes: this.#bytes, total: this.#total, rate });
    this.#terminal.write(`\r${line.slice(0, (this.#terminal.columns || 80) - 1)}\u001b[K`);
  }
}

interface Shown {
  readonly bytes: number;
  readonly total: number | undefined;
  readonly rate: string;
}

const barWidth = 20;

/** ` 45% █████████░░░░░░░░░░░ 4.5 MiB of 10.0 MiB, 2.1 MiB/s  a.txt` */
export function progressText(name: string, { bytes, total, rate }: Shown): string {
  if (total === undefined) return `${sizeText(bytes)}, ${rate}  ${name}`;
  const part = total === 0 ? 1 : Math.min(1, bytes / total);
  const bar = "█".repeat(Math.floor(part * barWidth)).padEnd(barWidth, "░");
  const percent = `${Math.floor(part * 100)}%`.padStart(4);
  return `${percent} ${bar} ${sizeText(bytes)} of ${sizeText(total)}, ${rate}  ${name}`;
}

const units = ["B", "KiB", "MiB", "GiB", "TiB"] as const;

export function sizeText(bytes: number): string {
  const power = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log2(bytes) / 10));
  const value = bytes / 1024 ** power;
  return `${power === 0 ? Math.round(value) : value.toFixed(1)} ${units[power]}`;
}
