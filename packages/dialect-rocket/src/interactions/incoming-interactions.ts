import { ApplicationError, type Call, type Interaction, ProtocolError } from "@seapink/core";
import { RpcErrorCode } from "../metadata/enums.ts";

interface Entry {
  readonly interaction: Interaction;
  readonly end: (reason: unknown) => void;
}

/** The interactions that a client began on one connection, by the numbers that it gave them. */
export class IncomingInteractions {
  readonly #entries: Map<bigint, Entry> = new Map();
  /** Those whose numbers are free, and whose end waits. */
  readonly #released: Set<Entry> = new Set();
  readonly #failed: WeakSet<Interaction> = new WeakSet();
  readonly #max: number;

  constructor(maxInteractions: number) {
    this.#max = maxInteractions;
  }

  /**
   * Takes in a new one. It stays until the client terminates it, even if its creation fails.
   * @throws ProtocolError for a number that is in use: its interaction ends, and so must the connection (§ 6.4, C++)
   * @throws ApplicationError `overloaded` beyond the limit
   */
  begin(id: bigint, name: string): Interaction {
    if (this.#entries.has(id)) {
      this.release(id)?.();
      throw new ProtocolError("invalid_data", `expected a new interaction id, got ${id} again`);
    }
    if (this.#entries.size >= this.#max)
      throw new ApplicationError("overloaded", `expected at most ${this.#max} interactions on a connection`);
    const ended = new AbortController();
    const interaction: Interaction = { name, ended: ended.signal };
    this.#entries.set(id, { interaction, end: (reason) => ended.abort(reason) });
    return interaction;
  }

  /** @throws ApplicationError `interaction_lost` for a number that is not in use */
  get(id: bigint): Interaction {
    const entry = this.#entries.get(id);
    if (entry !== undefined && this.#failed.has(entry.interaction)) throw notCreated("Interaction constructor failed");
    if (entry !== undefined) return entry.interaction;
    throw new ApplicationError("interaction_lost", `Invalid interaction id ${id}`, { mayHaveRun: false });
  }

  /**
   * The client is done with it, and may use the number anew. Returns what ends it, behind the calls that it may have;
   * `undefined` for a number that is not in use.
   */
  release(id: bigint): (() => void) | undefined {
    const entry = this.#entries.get(id);
    if (entry === undefined) return undefined;
    this.#entries.delete(id);
    this.#released.add(entry);
    return () => {
      this.#released.delete(entry);
      entry.end(undefined);
    };
  }

  /** Its creation has failed: until the client terminates it, calls on it are told so (§ 6.4, C++). */
  failed(interaction: Interaction): void {
    this.#failed.add(interaction);
  }

  /** What a call behind the creation is told. */
  explained({ interaction }: Pick<Call, "interaction">, error: ApplicationError): ApplicationError {
    const isBehind = interaction?.create === false && error.code === "interaction_lost";
    return isBehind && this.#failed.has(interaction.of) ? notCreated(error.message) : error;
  }

  /** The connection is over. */
  endAll(reason: unknown): void {
    const entries = [...this.#entries.values(), ...this.#released];
    this.#entries.clear();
    this.#released.clear();
    for (const { end } of entries) end(reason);
  }
}

function notCreated(message: string): ApplicationError {
  const details = { rocketCode: RpcErrorCode.interactionConstructorError };
  return new ApplicationError("interaction_lost", message, { details, mayHaveRun: false });
}
