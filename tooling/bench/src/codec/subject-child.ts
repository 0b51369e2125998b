import { type ChildProcess, fork } from "node:child_process";
import type { FromSubject } from "./subject-process.ts";
import type { WorkloadName } from "./workloads.ts";

const program = new URL("subject-process.ts", import.meta.url);

/** The process of one subject, seen from the one that asks. It is asked one thing at a time. */
export class SubjectChild {
  readonly subject: string;
  readonly #process: ChildProcess;
  readonly #size: Promise<FromSubject>;

  constructor(subject: string, workload: WorkloadName, nodeOptions: readonly string[]) {
    this.subject = subject;
    this.#process = fork(program, [subject, workload], { execArgv: [...process.execArgv, ...nodeOptions] });
    this.#size = this.#next();
    // It is awaited later; until then a failure is not unhandled.
    this.#size.catch(() => undefined);
  }

  async size(): Promise<number> {
    const said = await this.#size;
    return "size" in said ? said.size : this.#confused(said);
  }

  async round(): Promise<{ readonly encode: number; readonly decode: number }> {
    const next = this.#next();
    this.#process.send("round");
    const said = await next;
    return "encode" in said ? said : this.#confused(said);
  }

  end(): void {
    this.#process.removeAllListeners();
    this.#process.kill();
  }

  #next(): Promise<FromSubject> {
    return new Promise((resolve, reject) => {
      const onExit = (code: number | null): void => reject(new Error(`${this.subject}: ended with code ${code}`));
      this.#process.once("exit", onExit);
      this.#process.once("message", (said: FromSubject) => {
        this.#process.off("exit", onExit);
        resolve(said);
      });
    });
  }

  #confused(said: FromSubject): never {
    throw new Error(`${this.subject}: ${"error" in said ? said.error : "said something out of turn"}`);
  }
}
