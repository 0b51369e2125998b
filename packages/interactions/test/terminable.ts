import type { TerminationReason } from "@seapink/interactions";

/** A server object that counts how often it is told of its end. */
export class Terminable {
  readonly told: TerminationReason[] = [];

  onTermination(reason: TerminationReason): void {
    this.told.push(reason);
  }
}
