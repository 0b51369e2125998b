import type { Handler, Limits } from "@seapink/core";

/** Where the methods of one client go. */
export interface ClientTarget {
  readonly service: string;
  readonly handle: Handler;
  readonly limits: Limits;
  readonly timeoutMs: number;
}
