import type { Combination } from "./combination.ts";

/** The peer's part in a row. */
export type Role = "server" | "client";

/** `known`: it fails, as `known-failures.txt` says. `skipped`: the peer cannot try. */
export type Status = "passed" | "failed" | "known" | "skipped";

export interface Result {
  readonly name: string;
  readonly status: Status;
  /** Why, unless it has passed. */
  readonly reason: string | undefined;
}

/** One peer in one role, spoken to in one way. */
export interface Row {
  readonly peer: string;
  readonly role: Role;
  readonly combination: Combination;
  /** Or why there are none. */
  readonly results: readonly Result[] | { readonly skipped: string } | { readonly failed: string };
}
