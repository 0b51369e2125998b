import { codeText } from "./code.ts";
import { emitCodec } from "./emit-codec.ts";
import type { CodecOf, FieldsetCodec } from "./fieldset-codec.ts";
import { toolsOf } from "./tools-of.ts";
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
  const code = `"use strict";\n${codeText(emitCodec(type, { refer }))}\n${sourceUrl(type)}`;
  return makeFunction(["$", "types"], code)(toolsOf(type, codecOf), types) as FieldsetCodec;
}

/** By what name debuggers and stacks know the code. What else a name has would end the line, or the URL. */
function sourceUrl({ name }: Fieldset): string {
  return `//# sourceURL=seapink/${name.slice(0, 100).replace(/[^\w.-]/g, "_")}.js`;
}

/** The only place in the repository where text becomes code. */
function makeFunction(parameters: readonly string[], source: string): (...values: unknown[]) => unknown {
  // oxlint-disable-next-line typescript/no-implied-eval, no-new-func -- the emitter's whole point; see EmitScope for what may enter
  return new Function(...parameters, source) as (...values: unknown[]) => unknown;
}
