import { Child } from "../child.ts";
import { MemoryWatch } from "./memory-watch.ts";
import type { FromStreamClient } from "./stream-client-process.ts";
import type { FromStreamServer } from "./stream-server-process.ts";
import type { Taken } from "./stream-subject.ts";
import type { StreamKind } from "./stream-subjects.ts";

const serverProgram = new URL("stream-server-process.ts", import.meta.url);
const clientProgram = new URL("stream-client-process.ts", import.meta.url);

/** Server and client of one subject, each in a process of its own, and what memory they take. */
export class StreamPair {
  readonly subject: string;
  readonly #server: Child<FromStreamServer>;
  readonly #client: Child<FromStreamClient>;
  readonly #memory: { readonly server: MemoryWatch; readonly client: MemoryWatch };

  /** Resolves when the server listens and the client could begin. */
  static async of(kind: StreamKind, subject: string, folder: string): Promise<StreamPair> {
    const server = new Child<FromStreamServer>(`${subject}, server`, serverProgram, [kind, subject, folder]);
    try {
      const { port } = await server.ready();
      const client = new Child<FromStreamClient>(`${subject}, client`, clientProgram, [kind, subject, String(port)]);
      await client.ready();
      return new StreamPair(subject, server, client);
    } catch (error) {
      await server.end();
      throw error;
    }
  }

  private constructor(subject: string, server: Child<FromStreamServer>, client: Child<FromStreamClient>) {
    this.subject = subject;
    this.#server = server;
    this.#client = client;
    this.#memory = { server: new MemoryWatch(server.pid), client: new MemoryWatch(client.pid) };
  }

  /** How far each side's memory has grown since before the first round, in bytes. */
  get growth(): { readonly server: number; readonly client: number } {
    return { server: this.#memory.server.growth, client: this.#memory.client.growth };
  }

  /** Streams so much from the server to the client. Rejects if less or more has come, or either process ends. */
  async round(amount: number): Promise<Taken> {
    const { server, client } = this.#memory;
    const said = await server.during(() =>
      client.during(() => Promise.race([this.#client.ask(amount), this.#server.gone])),
    );
    if ("amount" in said && said.amount === amount) return said;
    throw new Error(`${this.subject}: expected ${amount} to come, got ${"amount" in said ? said.amount : "none"}`);
  }

  /** Resolves when both processes have ended. */
  async end(): Promise<void> {
    await this.#client.end();
    await this.#server.end();
  }
}
