import { Child } from "../child.ts";
import type { FromSubject } from "./subject-process.ts";
import type { WorkloadName } from "./workloads.ts";

const program = new URL("subject-process.ts", import.meta.url);

/** The process of one parser, seen from the one that asks. It is asked one thing at a time. */
export class SubjectChild {
  readonly subject: string;
  readonly #child: Child<FromSubject>;

  constructor(subject: string, workload: WorkloadName) {
    this.subject = subject;
    this.#child = new Child<FromSubject>(subject, program, [subject, workload]);
  }

  /** How many definitions it found, once it has parsed the text for the first time. */
  async definitions(): Promise<number> {
    const said = await this.#child.ready();
    return "definitions" in said ? said.definitions : this.#confused();
  }

  async megabytesPerSecond(): Promise<number> {
    const said = await this.#child.ask("round");
    return "megabytesPerSecond" in said ? said.megabytesPerSecond : this.#confused();
  }

  end(): Promise<void> {
    return this.#child.end();
  }

  #confused(): never {
    throw new Error(`${this.subject}: said something out of turn`);
  }
}
