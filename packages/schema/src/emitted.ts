import { codeText } from "./code.ts";
import { codecTools } from "./codec-tools.ts";
import { emitCodec } from "./emit-codec.ts";
import type { CodecOf, FieldsetCodec } from "./fieldset-codec.ts";
import type { Fieldset } from "./type.ts";

/** Whether the host lets text become code: not under a content security policy, nor on some edge runtimes. */
export function canEmit(): boolean {
  try {
    return makeFunction([], "return true")() === true;
  } catch {
    return false;
  }
}

/** Compiles to straight-line JavaScript, or to closures what that would be too long for. */
export function emittedCodec(type: Fieldset, codecOf: CodecOf): FieldsetCodec {
  const types: Fieldset[] = [];
  const refer = (inner: Fieldset): string => `types[${types.push(inner) - 1}]`;
  const code = codeText(emitCodec(type, { refer }));
  return makeFunction(["$", "types"], `"use strict";\n${code}`)(codecTools(type, codecOf), types) as FieldsetCodec;
}

/** The only place in the repository where text becomes code. */
function makeFunction(parameters: readonly string[], source: string): (...values: unknown[]) => unknown {
  // oxlint-disable-next-line typescript/no-implied-eval, no-new-func -- the emitter's whole point; see EmitScope for what may enter
  return new Function(...parameters, source) as (...values: unknown[]) => unknown;
}
