import type { Field, Fieldset, Type } from "./type.ts";
import type { EmitScope } from "./emit-scope.ts";
import { fieldHeader } from "./field-header.ts";
import { wireTypeOf } from "./wire-type-of.ts";

/**
 * The source of `function read(r)`. Peers write fields in the order of the IDL, so each is first looked for where it
 * is expected, without a switch; a loop takes whatever comes in another order, twice, or unknown.
 */
export function emitReader(type: Fieldset, scope: EmitScope): string {
  const containers = type.fields.map((field, i) => emitContainerReader(field, i, scope)).join("");
  return containers + (type.kind === "union" ? emitUnion(type.fields, scope) : emitStruct(type, scope));
}

/** A function for each container, for when it comes out of order. */
function emitContainerReader(field: Field, index: number, scope: EmitScope): string {
  if (!isContainer(field.type)) return "";
  return `function c${index}(r){${emitContainer(field.type, 0, scope)}return a0;}`;
}

/**
 * Where a field is expected, its container is read in place: a loop in a function of its own is inlined too early by
 * V8 and then stays slow for thousands of calls (10 000 i32 in 80 µs instead of 20).
 */
function emitExpected(field: Field, index: number, scope: EmitScope): string {
  const read = isContainer(field.type)
    ? `${emitContainer(field.type, 0, scope)}f${index}=a0;`
    : `f${index}=${emitExpression(field.type, scope)};`;
  return `if(h===${fieldHeader(field)}){${read}r.fieldEnd();h=r.fieldBegin();}`;
}

function isContainer(type: Type): boolean {
  return type.kind === "list" || type.kind === "set" || type.kind === "map";
}

function emitStruct(type: Fieldset, scope: EmitScope): string {
  const fields = type.fields;
  const assign = fields.map((field, i) => `f${i}=${emitFieldValue(field, i, scope)};`);
  const expected = fields.map((field, i) => emitExpected(field, i, scope));
  const cases = fields.map((field, i) => `case ${fieldHeader(field)}:${assign[i]}break;`);
  return (
    `function read(r){${fields.length ? `let ${fields.map((_, i) => `f${i}`).join(",")};` : ""}` +
    `r.structBegin();let h=r.fieldBegin();${expected.join("")}` +
    `while(h!==0){switch(h){${cases.join("")}default:r.skip(h>>>16);}r.fieldEnd();h=r.fieldBegin();}r.structEnd();` +
    `${fields.map((field, i) => emitAbsent(field, i, scope)).join("")}${emitResult(type)}}`
  );
}

function emitAbsent(field: Field, index: number, scope: EmitScope): string {
  if (field.default !== undefined) return `if(f${index}===undefined)f${index}=${scope.default(field)}();`;
  return field.requiredness === "required" ? `if(f${index}===undefined)missing(${JSON.stringify(field.name)});` : "";
}

/** One literal where every field came, which gives the fastest objects; otherwise only those that came. */
function emitResult(type: Fieldset): string {
  const maybe = type.fields.flatMap((f, i) => (f.requiredness === "required" || f.default !== undefined ? [] : [i]));
  const literal = `{${type.fields.map((field, i) => `${literalKey(field.name)}:f${i}`).join(",")}}`;
  const make = (fields: string): string => (type.kind === "exception" ? `new construct(${fields})` : fields);
  if (maybe.length === 0) return `return ${make(literal)};`;
  const some = type.fields.map((f, i) => `if(f${i}!==undefined)setField(o,${JSON.stringify(f.name)},f${i});`).join("");
  return `if(${maybe.map((i) => `f${i}!==undefined`).join("&&")})return ${make(literal)};const o={};${some}return ${make("o")};`;
}

// A computed key makes slow literals, but `{ "__proto__": x }` would set the prototype.
function literalKey(name: string): string {
  return name === "__proto__" ? '["__proto__"]' : JSON.stringify(name);
}

// A union of which two fields came is refused; one whose field is not known here keeps nothing but that fact.
function emitUnion(fields: readonly Field[], scope: EmitScope): string {
  const cases = fields.map(
    (field, i) =>
      `case ${fieldHeader(field)}:n++;u={field:${JSON.stringify(field.name)},value:${emitFieldValue(field, i, scope)}};break;`,
  );
  return (
    `function read(r){let n=0,u={field:undefined,value:undefined};r.structBegin();` +
    `for(let h=r.fieldBegin();h!==0;h=r.fieldBegin()){switch(h){${cases.join("")}default:r.skip(h>>>16);}r.fieldEnd();}` +
    `r.structEnd();if(n>1)wrong("one field in a union",n);return u;}`
  );
}

function emitFieldValue(field: Field, index: number, scope: EmitScope): string {
  return isContainer(field.type) ? `c${index}(r)` : emitExpression(field.type, scope);
}

function emitExpression(type: Type, scope: EmitScope): string {
  switch (type.kind) {
    case "struct":
    case "union":
    case "exception":
      return `${scope.reader(type)}(r)`;
    case "enum":
      return "r.i32()";
    case "i64":
      return type.as === "number" ? "r.i64Number()" : "r.i64()";
    default:
      return `r.${type.kind}()`;
  }
}

/** Statements that declare `a<depth>` and fill it. */
function emitContainer(type: Type, d: number, scope: EmitScope): string {
  if (type.kind === "list") {
    const [before, element] = emitElement(type.of, d + 1, scope);
    return (
      `const n${d}=r.listBegin(${wireTypeOf(type.of)}),a${d}=new Array(n${d});` +
      `for(let i${d}=0;i${d}<n${d};i${d}++){${before}a${d}[i${d}]=${element};}r.listEnd();`
    );
  }
  if (type.kind === "set") {
    const [before, element] = emitElement(type.of, d + 1, scope);
    return (
      `const n${d}=r.setBegin(${wireTypeOf(type.of)}),a${d}=new Set();` +
      `for(let i${d}=0;i${d}<n${d};i${d}++){${before}a${d}.add(${element});}r.setEnd();`
    );
  }
  if (type.kind !== "map") return "";
  const [beforeKey, key] = emitElement(type.key, d + 1, scope);
  const [beforeValue, value] = emitElement(type.value, d + 1, scope);
  return (
    `const n${d}=r.mapBegin(${wireTypeOf(type.key)},${wireTypeOf(type.value)}),a${d}=new Map();` +
    `for(let i${d}=0;i${d}<n${d};i${d}++){let k${d};{${beforeKey}k${d}=${key};}${beforeValue}a${d}.set(k${d},${value});}r.mapEnd();`
  );
}

function emitElement(type: Type, depth: number, scope: EmitScope): readonly [before: string, expression: string] {
  return isContainer(type) ? [emitContainer(type, depth, scope), `a${depth}`] : ["", emitExpression(type, scope)];
}
