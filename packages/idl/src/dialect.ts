/** Whose meaning a text has where compilers differ: Apache Thrift's, thriftgo's (Kitex) or fbthrift's. */
export type IdlDialect = "apache" | "thriftgo" | "fbthrift";

/**
 * What a field without an id gets: -1, -2, … as Apache's compiler gives, the id before it and one more as thriftgo's, or
 * an error, as fbthrift's.
 */
export type FieldIds = "apache" | "sequential" | "explicit";

/** How text is understood. */
export interface DialectOptions {
  /** Whose meaning it has; if given, what that compiler would refuse is warned of. Default: Apache's, without warnings. */
  readonly dialect?: IdlDialect | undefined;
  /** Default: as the dialect has it. */
  readonly fieldIds?: FieldIds | undefined;
}

const idsOf: Readonly<Record<IdlDialect, FieldIds>> = {
  apache: "apache",
  thriftgo: "sequential",
  fbthrift: "explicit",
};

export function fieldIdsOf({ dialect, fieldIds }: DialectOptions): FieldIds {
  return fieldIds ?? idsOf[dialect ?? "apache"];
}
