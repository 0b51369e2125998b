import type { MethodKind } from "@seapink/schema";

/**
 * The types of one method, as generated code states them: client and handler are derived from this.
 * `returns` is the result, or the first response before a stream or sink; `undefined` for void.
 */
export interface Signature {
  readonly kind: MethodKind;
  readonly args: object;
  readonly returns: unknown;
  /** What the server streams. */
  readonly stream?: unknown;
  /** What the client sends. */
  readonly sink?: unknown;
  /** What ends a sink. */
  readonly final?: unknown;
  /** The methods of the interaction that the method creates, by name. */
  readonly creates?: object;
  /** The exceptions that the result, or the first response, declares: errors, as far as their fields let them. */
  readonly throws?: object;
  /** Those that may end what the server streams. */
  readonly streamThrows?: object;
  /** Those that may stand for what ends a sink. */
  readonly finalThrows?: object;
  /** The names of arguments that have a default, so that a handler always gets them. */
  readonly defaults?: string;
}

/** What begins an interaction without a call of its own, under a name such as `createFileAccess`. */
export interface ConstructorSignature {
  readonly kind: "constructor";
  /** The methods of the interaction, by name. */
  readonly creates: object;
}
