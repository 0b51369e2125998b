import { type ChildProcess, spawn } from "node:child_process";

/** How much of what a process complains about is told. */
const maxComplaint = 300;

/**
 * A process of a peer. It lives no longer than this one: its standard input stays open as long as we are there, and it
 * ends when that closes.
 */
export class Child {
  readonly #process: ChildProcess;
  readonly #lines: AsyncGenerator<string, void>;
  readonly #exited: Promise<void>;
  #complaint = "";

  constructor([program, ...args]: readonly [string, ...string[]], env: Readonly<Record<string, string>> = {}) {
    this.#process = spawn(program, args, { env: { ...process.env, ...env }, stdio: ["pipe", "pipe", "pipe"] });
    const { stdout, stderr, stdin } = this.#process;
    if (stdout === null || stderr === null || stdin === null) throw new Error("expected pipes, got none");
    stderr.setEncoding("utf8").on("data", (text: string) => {
      this.#complaint = `${this.#complaint}${text}`.slice(-maxComplaint);
    });
    // What a process that has gone does not read is no news.
    stdin.on("error", () => undefined);
    this.#lines = linesOf(stdout.setEncoding("utf8"));
    this.#exited = new Promise((resolve) => {
      this.#process.once("error", (error) => {
        this.#complaint = error.message;
        resolve();
      });
      this.#process.once("exit", () => resolve());
    });
  }

  /** The next line that it prints, `undefined` after the last. Rejects if there is none in time. */
  async line(withinMs: number): Promise<string | undefined> {
    const late = Promise.withResolvers<never>();
    const timer = setTimeout(() => {
      late.reject(new Error(`expected a line within ${withinMs} ms, got none${this.complaint()}`));
    }, withinMs);
    try {
      const { done, value } = await Promise.race([this.#lines.next(), late.promise]);
      return done === true ? undefined : value;
    } finally {
      clearTimeout(timer);
    }
  }

  /** What it has last complained about, in one line. */
  complaint(): string {
    const text = this.#complaint.trim().replace(/\s*\n\s*/g, " | ");
    return text === "" ? "" : `: ${text}`;
  }

  /** Resolves when it has ended by itself, or could not be started. */
  get exited(): Promise<void> {
    return this.#exited;
  }

  /** Ends it, and resolves when it has ended. */
  async end(): Promise<void> {
    this.#process.kill("SIGKILL");
    await this.#exited;
  }
}

/** Not by `readline`, which also divides at U+2028 and U+2029, as JSON does not. */
async function* linesOf(text: AsyncIterable<unknown>): AsyncGenerator<string, void> {
  let begun: string[] = [];
  for await (const chunk of text) {
    const [first = "", ...rest] = String(chunk).split("\n");
    begun.push(first);
    for (const next of rest) {
      yield begun.join("");
      begun = [next];
    }
  }
}
