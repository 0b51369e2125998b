import { check } from "./check.ts";
import { type DialectOptions, fieldIdsOf } from "./dialect.ts";
import { idlError } from "./idl-error.ts";
import { type IdlLimits, idlLimits } from "./limits.ts";
import type { I64 } from "./link-context.ts";
import { Linker } from "./linker.ts";
import type { Loaded } from "./load.ts";
import { createProgram, type Program } from "./program.ts";
import type { Scope } from "./scope.ts";
import { Services } from "./services.ts";

export interface LinkOptions extends DialectOptions {
  /** What an i64 becomes where the IDL does not say it with `(js.type = "number")`; default `"bigint"`. */
  readonly i64?: I64;
  readonly limits?: Partial<IdlLimits>;
}

/** @throws IdlError with all diagnostics, if any of them is an error. */
export function link({ scopes, diagnostics }: Loaded, options: LinkOptions): Program {
  const { dialect, i64 = "bigint" } = options;
  const linker = new Linker({
    scopes,
    diagnostics,
    limits: idlLimits(options.limits),
    i64,
    dialect,
    fieldIds: fieldIdsOf(options),
  });
  const services = new Services(linker);
  check(linker, services);
  const [entry] = scopes.values() as Iterable<Scope> as [Scope];
  const sorted = diagnostics.sorted(scopes.keys());
  if (diagnostics.errors > 0) throw idlError(entry.source.file, sorted);
  return createProgram(entry, linker, services, sorted);
}
