import { ThriftError } from "@seapink/core";
import { type Diagnostic, type DiagnosticCode, formatDiagnostic } from "./diagnostic.ts";

/** How many errors the message shows; the others are in `diagnostics`. */
const shown = 3;

export interface IdlErrorOptions {
  readonly file: string;
  readonly diagnostics?: readonly Diagnostic[];
  readonly cause?: unknown;
}

/** A text that is no program, or a program that lacks what was asked for. */
export class IdlError extends ThriftError<DiagnosticCode> {
  /** All errors and warnings, by place; empty when the text is not to blame. */
  readonly diagnostics: readonly Diagnostic[];
  /** Where the first error is; without a place in the text, only the file. */
  readonly file: string;
  readonly line: number | undefined;
  readonly column: number | undefined;

  constructor(code: DiagnosticCode, message: string, options: IdlErrorOptions) {
    super(code, message, { ...("cause" in options ? { cause: options.cause } : {}), mayHaveRun: false });
    const { diagnostics = [], file } = options;
    const first = firstError(diagnostics);
    this.diagnostics = diagnostics;
    this.file = first?.file ?? file;
    this.line = first?.line;
    this.column = first?.column;
  }
}
IdlError.prototype.name = "IdlError";

/** The error for diagnostics of which at least one is an error. */
export function idlError(file: string, diagnostics: readonly Diagnostic[]): IdlError {
  const errors = diagnostics.filter((d) => d.severity === "error");
  const more = errors.length > shown ? [`and ${errors.length - shown} more`] : [];
  const message = [...errors.slice(0, shown).map(formatDiagnostic), ...more].join("\n");
  return new IdlError(firstError(diagnostics)?.code ?? "syntax", message, { file, diagnostics });
}

function firstError(diagnostics: readonly Diagnostic[]): Diagnostic | undefined {
  return diagnostics.find((d) => d.severity === "error");
}
