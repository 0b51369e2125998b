import type { Code } from "./code.ts";
import { emitReader, emitReadFunctions } from "./emit-read.ts";
import { type EmitOptions, EmitScope } from "./emit-scope.ts";
import { emitWriter } from "./emit-write.ts";
import type { Fieldset } from "./type.ts";

/** With tens of thousands of fields the code is more than V8 can parse, and takes a second before that. */
const mostFields = 2048;
/** So are the structs of which one is made: a map of maps of maps may have a thousand. */
const mostConstants = 5000;
const closures: Code = ["return $.closures();"];

/**
 * The body of a `MakeCodec` whose parameter is `$`: straight-line code, or, where that would be too long, a line that
 * asks for closures. The same for code that is run at once and for code that is written to a file.
 */
export function emitCodec(type: Fieldset, options: EmitOptions): Code {
  if (type.fields.length > mostFields) return closures;
  const scope = new EmitScope(options);
  const codec = [...emitWriter(type, scope), ...emitReader(type, scope)];
  const functions = emitReadFunctions(type, scope);
  if (scope.constants.length > mostConstants) return closures;
  const exception = type.kind === "exception" ? ["const $Exception = $.exceptionClass();"] : [];
  return [...scope.constants, ...exception, ...functions, "return {", codec, "};"];
}
