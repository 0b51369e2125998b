import { ApplicationError, type Call, type Interaction } from "@seapink/core";
import type { RequestMetadata } from "../metadata/request-metadata.ts";

type Numbered = Pick<RequestMetadata, "interactionId" | "interactionCreate">;

interface Entry {
  number: bigint;
  readonly onEnded: () => void;
}

/** The interactions that a client began on one connection, by the numbers that it gave them (§ 6.1: from 1, i64). */
export class OutgoingInteractions {
  readonly #entries: Map<Interaction, Entry> = new Map();
  readonly #terminate: (id: bigint) => void;
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
    const interactionId = this.#entries.get(of)?.number;
    if (interactionId !== undefined) return { interactionId };
    const message = `${method}: ${of.name} does not live on this connection`;
    throw new ApplicationError("interaction_lost", message, { mayHaveRun: false });
  }

  /** The request that creates an interaction has been written. */
  began(of: Interaction): void {
    const number = ++this.#last;
    const former = this.#entries.get(of);
    if (former === undefined) return this.#add(of, number);
    this.#terminate(former.number);
    former.number = number;
  }

  // A listener of its own: those that are told of the end by one signal are looked through with each that is added.
  #add(of: Interaction, number: bigint): void {
    const onEnded = (): void => this.#end(of);
    this.#entries.set(of, { number, onEnded });
    if (of.ended.aborted) onEnded();
    else of.ended.addEventListener("abort", onEnded, { once: true });
  }

  #end(of: Interaction): void {
    const entry = this.#entries.get(of);
    if (entry === undefined) return;
    this.#entries.delete(of);
    this.#terminate(entry.number);
  }

  /** The connection is over: its numbers mean nothing any more. */
  close(): void {
    for (const [{ ended }, { onEnded }] of this.#entries) ended.removeEventListener("abort", onEnded);
    this.#entries.clear();
  }
}
