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

/** A peer's role, and how it is spoken to. */
export interface Part {
  readonly role: Role;
  readonly combination: Combination;
}

/** What came of one peer in one part. */
export interface Row {
  readonly peer: string;
  /** None if the peer is not there, or breaks before it begins. */
  readonly part: Part | undefined;
  /** Or why there are none. */
  readonly results: readonly Result[] | { readonly skipped: string } | { readonly failed: string };
}
