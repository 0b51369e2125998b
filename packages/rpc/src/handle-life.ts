import { type Interaction, isApplicationError, isThriftError, isTransportError } from "@seapink/core";
import { type InteractionIdentity, interactionLost, newInteraction } from "@seapink/interactions";

/** What the holder of a handle knows of the life of its interaction. Once that is over, it stays over. */
export class HandleLife {
  readonly interaction: Interaction;
  readonly #end: InteractionIdentity["end"];
  #isCreated = false;
  #over: { readonly why: string; readonly cause: unknown } | undefined;

  constructor(name: string) {
    const { interaction, end } = newInteraction(name);
    this.interaction = interaction;
    this.#end = end;
  }

  /** @throws ApplicationError `interaction_lost` once it is over, so that no call is sent that cannot arrive */
  check(): void {
    if (this.#over !== undefined) throw interactionLost(this.interaction, this.#over.why, this.#over.cause);
  }

  close(): void {
    this.#finish("it was closed");
  }

  created(): void {
    this.#isCreated = true;
  }

  /** The call that creates it failed. */
  notCreated(error: unknown): void {
    this.#finish(isLoss(error) ? whyLost(error) : "its creation failed", error);
  }

  /** A call on it failed. One that came behind a creation says nothing of it, which may yet be tried again. */
  failed(error: unknown): void {
    if (this.#isCreated && isLoss(error)) this.#finish(whyLost(error), error);
  }

  #finish(why: string, cause?: unknown): void {
    if (this.#over !== undefined) return;
    this.#over = { why, cause };
    this.#end(cause);
  }
}

/** Whether no further call can reach the object. */
export function isLoss(error: unknown): boolean {
  if (isApplicationError(error)) return error.code === "interaction_lost";
  return isTransportError(error) && (error.code === "closed" || error.code === "not_open");
}

/** Whether a call was given up on this side, and nothing of it was sent. */
export function isUnsent(error: unknown): boolean {
  return isThriftError(error) && !error.mayHaveRun && !isApplicationError(error) && !isLoss(error);
}

function whyLost(error: unknown): string {
  return isApplicationError(error) ? "a call on it was told so" : "its connection is gone";
}
