import { compile, type CompileOptions, type Diagnostic, IdlError } from "../src/index.ts";

/** A diagnostic on one line: `line:column severity code: message (suggestion)`. */
export function brief(diagnostic: Diagnostic): string {
  const { file, line, column, severity, code, message, suggestion } = diagnostic;
  const where = file === "a.thrift" ? `${line}:${column}` : `${file}:${line}:${column}`;
  return `${where} ${severity} ${code}: ${message}${suggestion === undefined ? "" : ` (${suggestion})`}`;
}

/** All errors and warnings of a text, or of several files of which the first is compiled. */
export function problems(files: string | Record<string, string>, options: CompileOptions = {}): string[] {
  return diagnosticsOf(files, options).map(brief);
}

export function diagnosticsOf(
  files: string | Record<string, string>,
  options: CompileOptions = {},
): readonly Diagnostic[] {
  try {
    return compile(typeof files === "string" ? { "a.thrift": files } : files, options).warnings;
  } catch (error) {
    if (error instanceof IdlError) return error.diagnostics;
    throw error;
  }
}
