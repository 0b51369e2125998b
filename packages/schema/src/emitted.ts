import { wrongValue } from "@seapink/core";
import { EmitScope } from "./emit-scope.ts";
import { emitReader } from "./emit-read.ts";
import { emitWriter } from "./emit-write.ts";
import type { CodecOf, FieldsetCodec } from "./fieldset-codec.ts";
import type { Fieldset } from "./type.ts";
import { missingField } from "./missing-field.ts";

/** Whether the host lets text become code: not under a content security policy, nor on some edge runtimes. */
export function canEmit(): boolean {
  try {
    return makeFunction([], "return true")() === true;
  } catch {
    return false;
  }
}

/** Compiles to straight-line JavaScript. */
export function emittedCodec(type: Fieldset, codecOf: CodecOf): FieldsetCodec {
  const scope = new EmitScope(codecOf);
  scope.define("wrong", wrongValue);
  scope.define("missing", (name: string) => missingField(type, name));
  scope.define("plain", Object.prototype);
  if (type.kind === "exception") scope.define("construct", type.construct);
  const source = `"use strict";${emitWriter(type, scope)}${emitReader(type, scope)}return{write,read};`;
  return makeFunction(scope.names, source)(...scope.values) as FieldsetCodec;
}

/** The only place in the repository where text becomes code. */
function makeFunction(parameters: readonly string[], source: string): (...values: unknown[]) => unknown {
  // oxlint-disable-next-line typescript/no-implied-eval, no-new-func -- the emitter's whole point; see EmitScope for what may enter
  return new Function(...parameters, source) as (...values: unknown[]) => unknown;
}
