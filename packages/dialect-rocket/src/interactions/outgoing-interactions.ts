import { ApplicationError, type Call, type Interaction } from "@seapink/core";
import type { RequestMetadata } from "../metadata/request-metadata.ts";

type Numbered = Pick<RequestMetadata, "interactionId" | "interactionCreate">;

/** The interactions that a client began on one connection, by the numbers that it gave them (§ 6.1: from 1, i64). */
export class OutgoingInteractions {
  readonly #numbers: Map<Interaction, bigint> = new Map();
  readonly #terminate: (id: bigint) => void;
  readonly #closed = new AbortController();
  #last = 0n;

  /** @param terminate tells the server that an interaction is over */
  constructor(terminate: (id: bigint) => void) {
    this.#terminate = terminate;
  }

  /**
   * What a request says of its interaction.
   * @throws ApplicationError `interaction_lost` for one that was not begun on this connection, or has ended
   */
  metadataOf({ of, create }: NonNullable<Call["interaction"]>, method: string): Numbered {
    if (create) return { interactionCreate: { interactionId: this.#last + 1n, interactionName: of.name } };
    const interactionId = this.#numbers.get(of);
    if (interactionId !== undefined) return { interactionId };
    const message = `${method}: ${of.name} does not live on this connection`;
    throw new ApplicationError("interaction_lost", message, { mayHaveRun: false });
  }

  /** The request that creates an interaction has been written. */
  began(of: Interaction): void {
    const id = ++this.#last;
    const former = this.#numbers.get(of);
    if (former !== undefined) this.#terminate(former);
    this.#numbers.set(of, id);
    if (of.ended.aborted) this.#end(of);
    else if (former === undefined)
      of.ended.addEventListener("abort", () => this.#end(of), { once: true, signal: this.#closed.signal });
  }

  #end(of: Interaction): void {
    const id = this.#numbers.get(of);
    if (id === undefined) return;
    this.#numbers.delete(of);
    this.#terminate(id);
  }

  /** The connection is over: its numbers mean nothing any more. */
  close(): void {
    this.#closed.abort();
    this.#numbers.clear();
  }
}
