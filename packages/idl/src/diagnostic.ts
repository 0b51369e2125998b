/** What is wrong, for programs; stable. */
export type DiagnosticCode =
  /** Not the grammar. */
  | "syntax"
  /** A backslash that means nothing in a string. */
  | "escape"
  /** More than the limits allow. */
  | "limit"
  /** No file where an include, or the caller, says. */
  | "missing_file"
  /** Files, typedefs, constants, services or structs that need themselves. */
  | "cycle"
  /** A name that nothing has. */
  | "unresolved"
  /** A name that may mean one thing or another. */
  | "ambiguous"
  /** Two of what there may be one of. */
  | "duplicate"
  /** A name of something else than what belongs there. */
  | "wrong_kind"
  /** A field id out of range. */
  | "field_id"
  /** The number of an enum value that is out of range, missing, or that of another. */
  | "enum_number"
  /** A constant that does not fit its type. */
  | "value"
  /** An annotation that nothing knows, or that says what cannot be. */
  | "annotation"
  /** A oneway method that answers. */
  | "oneway"
  /** A default of which languages disagree what it does. */
  | "default"
  /** Written, but without effect. */
  | "ignored"
  | "deprecated"
  /** Not so in the dialect that was asked for. */
  | "dialect"
  /** Keys of a set or map that JavaScript compares by identity. */
  | "identity_key"
  | "unused_include";

export interface Place {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
  /** The line, with carets under what is meant. */
  readonly excerpt: string;
}

export interface Diagnostic extends Place {
  readonly severity: "error" | "warning";
  readonly code: DiagnosticCode;
  readonly message: string;
  /** Another place that has to do with it: the first of two, the brace that was opened. */
  readonly related: (Place & { readonly message: string }) | undefined;
  /** What was probably meant. */
  readonly suggestion: string | undefined;
}

/** A diagnostic as text: `file:line:column: error: message`, excerpt, hint and related place. */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  const { severity, message, excerpt, suggestion, related } = diagnostic;
  const lines = [`${where(diagnostic)}: ${severity}: ${message}`, excerpt];
  if (suggestion !== undefined) lines.push(suggestion);
  if (related) lines.push(`${where(related)}: ${related.message}`, related.excerpt);
  return lines.join("\n");
}

function where({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}
