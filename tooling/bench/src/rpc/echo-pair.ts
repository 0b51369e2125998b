import { Child } from "../child.ts";
import type { Round } from "./drive.ts";
import type { FromEchoClient } from "./echo-client-process.ts";
import type { FromEchoServer } from "./echo-server-process.ts";

const serverProgram = new URL("echo-server-process.ts", import.meta.url);
const clientProgram = new URL("echo-client-process.ts", import.meta.url);

/** Server and client of one subject, each in a process of its own. They work only during a round. */
export class EchoPair {
  readonly subject: string;
  readonly #inFlight: number;
  readonly #server: Child<FromEchoServer>;
  #client: Child<FromEchoClient> | undefined;

  constructor(subject: string, inFlight: number) {
    this.subject = subject;
    this.#inFlight = inFlight;
    this.#server = new Child(`${subject}, server`, serverProgram, [subject]);
  }

  /** Resolves when a call has gone there and back. */
  async ready(): Promise<void> {
    const { port } = await this.#server.ready();
    const args = [this.subject, String(port), String(this.#inFlight)];
    this.#client = new Child<FromEchoClient>(`${this.subject}, client`, clientProgram, args);
    await this.#client.ready();
  }

  /** Rejects if either process ends: some clients would wait for their server for ever. */
  async round(durationMs: number): Promise<Round> {
    const said = this.#client && (await Promise.race([this.#client.ask(durationMs), this.#server.gone]));
    if (said !== undefined && "callsPerSecond" in said) return said;
    throw new Error(`${this.subject}: expected the figures of a round, got something else`);
  }

  /** Resolves when both processes have ended. */
  async end(): Promise<void> {
    await this.#client?.end();
    await this.#server.end();
  }
}
