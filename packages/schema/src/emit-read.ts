import { type Code, codeList } from "./code.ts";
import { emitExpression, emitValue, isContainer } from "./emit-read-value.ts";
import type { EmitScope } from "./emit-scope.ts";
import { fieldHeader } from "./field-header.ts";
import { isInherited } from "./property.ts";
import type { Field, Fieldset } from "./type.ts";

/**
 * The method `read`. Peers write fields in the order of the IDL, so that is what the code expects: each field is read
 * in its turn, without a switch, and an object of which all fields came is one literal. A loop takes whatever comes in
 * another order, twice, not at all, or unknown.
 */
export function emitReader(type: Fieldset, scope: EmitScope): Code {
  return ["read(r) {", type.kind === "union" ? emitUnion(type.fields, scope) : emitStruct(type, scope), "},"];
}

/** What the method refers to, as functions beside it. */
export function emitReadFunctions(type: Fieldset, scope: EmitScope): Code {
  const containers = type.fields.flatMap((field, i) => emitContainerReader(field, i, scope));
  return type.kind === "union" ? containers : [...containers, ...emitSome(type, scope)];
}

/** A function for each container, for when it comes out of order. */
function emitContainerReader(field: Field, index: number, scope: EmitScope): Code {
  if (!isContainer(field.type)) return [];
  const { before, value } = emitValue(field.type, scope);
  const parameter = `r${scope.typed(`: ${scope.gen1("ProtocolReader")}`)}`;
  return [
    `function $container${index}(${parameter})${scope.typed(": unknown")} {`,
    [...before, `return ${value};`],
    "}",
  ];
}

function emitStruct(type: Fieldset, scope: EmitScope): Code {
  return [
    ...type.fields.map((_, i) => `let f${i}${scope.typed(": unknown")};`),
    "r.structBegin();",
    "let h = r.fieldBegin();",
    "inOrder: {",
    emitInOrder(type, scope),
    "}",
    ...emitInAnyOrder(type, scope),
    "r.structEnd();",
    ...type.fields.flatMap((field, i) => emitAbsent(field, i, scope)),
    ...(type.kind === "exception"
      ? codeList("return new $Exception(new $Some(", variables(type), "));")
      : codeList("return new $Some(", variables(type), ");")),
  ];
}

function variables(type: Fieldset): readonly string[] {
  return type.fields.map((_, i) => `f${i}`);
}

function emitInOrder(type: Fieldset, scope: EmitScope): Code {
  const isOptional = (_: string, i: number): boolean => type.fields[i]?.requiredness === "optional";
  const literal = type.fields.map((field, i) => `${literalKey(field.name)}: f${i},`);
  return [
    ...type.fields.flatMap((field, i) => emitExpected(field, i, scope)),
    "if (h !== 0) break inOrder;",
    ...variables(type)
      .filter(isOptional)
      .map((f) => `if (${f} === undefined) break inOrder;`),
    "r.structEnd();",
    ...(type.kind === "exception" ? ["return new $Exception({", literal, "});"] : ["return {", literal, "};"]),
  ];
}

/**
 * Containers are read in place: a loop in a function of its own is inlined too early by V8 and then stays slow for
 * thousands of calls (10 000 i32 in 80 µs instead of 20). Only an optional field may be passed over, since variables
 * that may be undefined or not, depending on the way the code took, cost a fifth more.
 */
function emitExpected(field: Field, index: number, scope: EmitScope): Code {
  const { before, value } = emitValue(field.type, scope);
  const read = [...before, `f${index} = ${value};`, "r.fieldEnd();", "h = r.fieldBegin();"];
  const header = fieldHeader(field);
  return field.requiredness === "optional"
    ? [`if (h === ${header}) {`, read, "}"]
    : [`if (h !== ${header}) break inOrder;`, ...read];
}

function emitInAnyOrder(type: Fieldset, scope: EmitScope): Code {
  const cases = type.fields.flatMap((field, i): Code => {
    return [`case ${fieldHeader(field)}:`, [`f${i} = ${emitFieldValue(field, i, scope)};`, "break;"]];
  });
  return ["while (h !== 0) {", [...emitSwitch(cases), "r.fieldEnd();", "h = r.fieldBegin();"], "}"];
}

function emitSwitch(cases: Code): Code {
  return ["switch (h) {", [...cases, "default:", ["r.skip(h >>> 16);"]], "}"];
}

function emitAbsent(field: Field, index: number, scope: EmitScope): Code {
  const isAbsent = `if (f${index} === undefined)`;
  if (field.default !== undefined) return [`${isAbsent} f${index} = ${scope.makeDefault(index)}();`];
  if (field.requiredness !== "required") return [];
  return [`${isAbsent} $.missing(${JSON.stringify(field.name)}, r.offset);`];
}

/** Makes an object of those fields that are there. A constructor, since V8 then leaves room for all of them in it. */
function emitSome(type: Fieldset, scope: EmitScope): Code {
  const sets = type.fields.map((field, i) => `if (f${i} !== undefined) ${emitSet(field.name, `f${i}`, scope)}`);
  return [...codeList("const $Some = $.maker(function (", variables(type), ") {"), sets, "});"];
}

// An assignment to `__proto__` would set the prototype, one to `constructor` fail where the prototype is frozen.
function emitSet(name: string, value: string, scope: EmitScope): string {
  return isInherited(name)
    ? `${scope.property(name)}.set(this, ${value});`
    : `this[${JSON.stringify(name)}] = ${value};`;
}

// A computed key makes slow literals, but `{ "__proto__": x }` would set the prototype.
function literalKey(name: string): string {
  return name === "__proto__" ? '["__proto__"]' : JSON.stringify(name);
}

// A union of which two fields came is refused; one whose field is not known here keeps nothing but that fact.
function emitUnion(fields: readonly Field[], scope: EmitScope): Code {
  const cases = fields.flatMap((field, i): Code => {
    const union = `{ field: ${JSON.stringify(field.name)}, value: ${emitFieldValue(field, i, scope)} }`;
    return [`case ${fieldHeader(field)}:`, ["n++;", `u = ${union};`, "break;"]];
  });
  return [
    "let n = 0;",
    `let u${scope.typed(": unknown")} = { field: undefined, value: undefined };`,
    "r.structBegin();",
    "for (let h = r.fieldBegin(); h !== 0; h = r.fieldBegin()) {",
    [...emitSwitch(cases), "r.fieldEnd();"],
    "}",
    "r.structEnd();",
    "if (n > 1) $.arms(n, r.offset);",
    "return u;",
  ];
}

function emitFieldValue(field: Field, index: number, scope: EmitScope): string {
  return isContainer(field.type) ? `$container${index}(r)` : emitExpression(field.type, scope);
}
