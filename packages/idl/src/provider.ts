import type { Program } from "./program.ts";

/**
 * The program of texts that may change while it is in use. It has a program from its making to its end and after: only
 * whole programs without errors take each other's place, one at a time and in the order of the texts; a text that is
 * none is reported, and the last good program stays. Whoever took a program keeps it: descriptors of it go on working
 * after another took its place, and know nothing of that one. Many may share a provider; whoever made it closes it.
 */
export interface IdlProvider extends AsyncDisposable {
  /** The newest program. It stays when the provider is closed. */
  readonly program: Program;
  /**
   * Each program that takes the place of another from this call on, for one consumer; a slow one gets the newest only.
   * When it is told, it is `program` already. It ends when it is returned from, or when the provider is closed.
   */
  updates(): AsyncIterable<Program, undefined>;
  /** Ends updates. Resolves when nothing is open any more; closing twice awaits the same end. */
  close(): Promise<void>;
}
