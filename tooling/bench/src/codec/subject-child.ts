import { Child } from "../child.ts";
import type { FromSubject } from "./subject-process.ts";
import type { WorkloadName } from "./workloads.ts";

const program = new URL("subject-process.ts", import.meta.url);

/** The process of one subject, seen from the one that asks. It is asked one thing at a time. */
export class SubjectChild {
  readonly subject: string;
  readonly #child: Child<FromSubject>;

  constructor(subject: string, workload: WorkloadName, nodeOptions: readonly string[]) {
    this.subject = subject;
    this.#child = new Child<FromSubject>(subject, program, [subject, workload], nodeOptions);
  }

  async size(): Promise<number> {
    const said = await this.#child.ready();
    return "size" in said ? said.size : this.#confused();
  }

  async round(): Promise<{ readonly encode: number; readonly decode: number }> {
    const said = await this.#child.ask("round");
    return "encode" in said ? said : this.#confused();
  }

  end(): Promise<void> {
    return this.#child.end();
  }

  #confused(): never {
    throw new Error(`${this.subject}: said something out of turn`);
  }
}
