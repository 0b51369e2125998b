import { type ChildProcess, fork } from "node:child_process";

/** What a process says when it fails. */
export interface Failed {
  readonly error: string;
}

/** How long a process may take to end by itself. */
const patienceMs = 2_000;

/**
 * A process of the benchmark, seen from the one that asks. It says one thing when it is ready, and then one for each
 * that it is asked. When its channel closes it ends, so that none is left whatever becomes of the one that asks.
 */
export class Child<Said extends object> {
  readonly name: string;
  /** Rejects when the process ends, whether it was to or not. */
  readonly gone: Promise<never>;
  readonly #process: ChildProcess;
  readonly #ready: Promise<Said>;

  constructor(name: string, program: URL, args: readonly string[], nodeOptions: readonly string[] = []) {
    this.name = name;
    this.#process = fork(program, [...args], {
      execArgv: ["--conditions=@seapink/source", ...process.execArgv, ...nodeOptions],
      // Standard error for both: whatever a peer's library prints must not get between the figures.
      stdio: ["ignore", 2, 2, "ipc"],
    });
    this.gone = new Promise((_, reject) =>
      this.#process.once("exit", (code) => reject(new Error(`${name}: ended with code ${code}`))),
    );
    this.#ready = this.#next();
    // They are awaited later; until then a failure is not unhandled.
    this.gone.catch(() => undefined);
    this.#ready.catch(() => undefined);
  }

  get pid(): number {
    if (this.#process.pid === undefined) throw new Error(`${this.name}: expected a process, got none`);
    return this.#process.pid;
  }

  /** The first thing that it says. */
  ready(): Promise<Said> {
    return this.#ready;
  }

  /** Its answer. It is asked one thing at a time. */
  ask(question: string | number): Promise<Said> {
    const answer = this.#next();
    if (this.#process.connected) this.#process.send(question);
    return answer;
  }

  #next(): Promise<Said> {
    const next = new Promise<Said>((resolve, reject) =>
      this.#process.once("message", (said: Said | Failed) => {
        if ("error" in said) reject(new Error(`${this.name}: ${said.error}`));
        else resolve(said);
      }),
    );
    return Promise.race([next, this.gone]);
  }

  /** Resolves when the process has ended. */
  async end(): Promise<void> {
    const late = setTimeout(() => this.#process.kill("SIGKILL"), patienceMs);
    if (this.#process.connected) this.#process.disconnect();
    await this.gone.catch(() => clearTimeout(late));
  }
}
