import { wrongValue } from "@seapink/core";
import { closureCodec } from "./closures.ts";
import { EmitScope } from "./emit-scope.ts";
import { emitReader } from "./emit-read.ts";
import { emitWriter } from "./emit-write.ts";
import type { CodecOf, FieldsetCodec } from "./fieldset-codec.ts";
import { guardKeys } from "./key-guard.ts";
import { missingField } from "./missing-field.ts";
import { tooManyArms } from "./too-many-arms.ts";
import type { Fieldset } from "./type.ts";

/** Whether the host lets text become code: not under a content security policy, nor on some edge runtimes. */
export function canEmit(): boolean {
  try {
    return makeFunction([], "return true")() === true;
  } catch {
    return false;
  }
}

/** With tens of thousands of fields the code is more than V8 can parse, and takes a second before that. */
const mostFields = 2048;
/** V8 overflows its stack with tens of thousands; each default and each type of a struct needs one or two. */
const mostParameters = 5000;

/** Compiles to straight-line JavaScript, or to closures what that would be too long for. */
export function emittedCodec(type: Fieldset, codecOf: CodecOf): FieldsetCodec {
  if (type.fields.length > mostFields) return closureCodec(type, codecOf);
  const scope = new EmitScope(codecOf);
  scope.define("wrong", wrongValue);
  scope.define("missing", (name: string, offset?: number) => missingField(type, name, offset));
  scope.define("arms", tooManyArms);
  scope.define("guard", guardKeys);
  scope.define("plain", Object.prototype);
  if (type.kind === "exception") scope.define("construct", type.construct);
  const source = `"use strict";${emitWriter(type, scope)}${emitReader(type, scope)}return{write,read};`;
  if (scope.names.length > mostParameters) return closureCodec(type, codecOf);
  return makeFunction(scope.names, source)(...scope.values) as FieldsetCodec;
}

/** The only place in the repository where text becomes code. */
function makeFunction(parameters: readonly string[], source: string): (...values: unknown[]) => unknown {
  // oxlint-disable-next-line typescript/no-implied-eval, no-new-func -- the emitter's whole point; see EmitScope for what may enter
  return new Function(...parameters, source) as (...values: unknown[]) => unknown;
}
