import type { FieldIds, IdlDialect } from "./dialect.ts";
import type { Diagnostics } from "./diagnostics.ts";
import type { IdlLimits } from "./limits.ts";
import type { Scope } from "./scope.ts";

/** Whether an i64 becomes a `bigint` or a `number`. */
export type I64 = "bigint" | "number";

/** What everything that links has in common. */
export interface LinkContext {
  readonly diagnostics: Diagnostics;
  readonly limits: IdlLimits;
  readonly i64: I64;
  /** As given: without one, Apache's meaning, and nothing said of what is not portable. */
  readonly dialect: IdlDialect | undefined;
  readonly fieldIds: FieldIds;
  /** All files, by what the loader calls them, the entry first. */
  readonly scopes: ReadonlyMap<string, Scope>;
}
