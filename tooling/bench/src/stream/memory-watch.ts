import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

const everyMs = 100;

/** Sees how far the memory of a process grows. It looks from outside, so that it also sees a process that is busy. */
export class MemoryWatch {
  readonly #pid: number;
  readonly #before: number;
  #peak: number;
  #timer: NodeJS.Timeout | undefined;

  constructor(pid: number) {
    this.#pid = pid;
    this.#before = residentBytes(pid);
    this.#peak = this.#before;
  }

  /** The most that was seen, less what there was at first, in bytes. */
  get growth(): number {
    return this.#peak - this.#before;
  }

  /** Looks every 100 ms, and once more at the end. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    this.#timer = setInterval(() => this.#look(), everyMs);
    try {
      return await work();
    } finally {
      clearInterval(this.#timer);
      this.#look();
    }
  }

  #look(): void {
    this.#peak = Math.max(this.#peak, residentBytes(this.#pid));
  }
}

/** What a process holds in memory; 0 when it has ended. */
export function residentBytes(pid: number): number {
  try {
    return 1024 * Number(process.platform === "linux" ? ofProc(pid) : ofPs(pid));
  } catch {
    return 0;
  }
}

function ofProc(pid: number): string {
  return /^VmRSS:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "latin1"))?.[1] ?? "0";
}

function ofPs(pid: number): string {
  return execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "latin1" });
}
