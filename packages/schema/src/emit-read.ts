import { emitContainer, emitExpression, isContainer } from "./emit-read-value.ts";
import type { EmitScope } from "./emit-scope.ts";
import { fieldHeader } from "./field-header.ts";
import { isInherited, property } from "./property.ts";
import type { Field, Fieldset } from "./type.ts";

/**
 * The source of `function read(r)`. Peers write fields in the order of the IDL, so that is what the code expects: each
 * field is read in its turn, without a switch, and an object of which all fields came is one literal. A loop takes
 * whatever comes in another order, twice, not at all, or unknown.
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

function emitStruct(type: Fieldset, scope: EmitScope): string {
  const variables = type.fields.map((_, i) => `f${i}`);
  return (
    `${emitSome(type, scope)}function read(r){${variables.length ? `let ${variables.join(",")};` : ""}` +
    `r.structBegin();let h=r.fieldBegin();${emitInOrder(type, scope)}${emitInAnyOrder(type, scope)}r.structEnd();` +
    type.fields.map((field, i) => emitAbsent(field, i, scope)).join("") +
    `return ${emitObject(type, `new Some(${variables.join(",")})`)};}`
  );
}

function emitInOrder(type: Fieldset, scope: EmitScope): string {
  const fields = type.fields.map((field, i) => emitExpected(field, i, scope)).join("");
  const absent = type.fields.flatMap((field, i) => (field.requiredness === "optional" ? [`||f${i}===undefined`] : []));
  const literal = type.fields.map((field, i) => `${literalKey(field.name)}:f${i}`).join(",");
  const done = `if(h!==0${absent.join("")})break inOrder;r.structEnd();return ${emitObject(type, `{${literal}}`)};`;
  return `inOrder:{${fields}${done}}`;
}

/**
 * Containers are read in place: a loop in a function of its own is inlined too early by V8 and then stays slow for
 * thousands of calls (10 000 i32 in 80 µs instead of 20). Only an optional field may be passed over, since variables
 * that may be undefined or not, depending on the way the code took, cost a fifth more.
 */
function emitExpected(field: Field, index: number, scope: EmitScope): string {
  const read = isContainer(field.type)
    ? `{${emitContainer(field.type, 0, scope)}f${index}=a0;}`
    : `f${index}=${emitExpression(field.type, scope)};`;
  const next = `${read}r.fieldEnd();h=r.fieldBegin();`;
  const header = fieldHeader(field);
  return field.requiredness === "optional" ? `if(h===${header}){${next}}` : `if(h!==${header})break inOrder;${next}`;
}

function emitInAnyOrder(type: Fieldset, scope: EmitScope): string {
  const cases = type.fields.map((f, i) => `case ${fieldHeader(f)}:f${i}=${emitFieldValue(f, i, scope)};break;`);
  return `while(h!==0){switch(h){${cases.join("")}default:r.skip(h>>>16);}r.fieldEnd();h=r.fieldBegin();}`;
}

function emitAbsent(field: Field, index: number, scope: EmitScope): string {
  if (field.default !== undefined) return `if(f${index}===undefined)f${index}=${scope.default(field)}();`;
  return field.requiredness === "required"
    ? `if(f${index}===undefined)missing(${JSON.stringify(field.name)},r.offset);`
    : "";
}

/**
 * Makes an object of those fields that are there. A constructor, since V8 then leaves room for all of them in the
 * object; with the prototype of plain objects, which its results are.
 */
function emitSome(type: Fieldset, scope: EmitScope): string {
  const sets = type.fields.map((field, i) => `if(f${i}!==undefined)${emitSet(field.name, `f${i}`, scope)}`);
  return `function Some(${type.fields.map((_, i) => `f${i}`).join(",")}){${sets.join("")}}Some.prototype=plain;`;
}

// An assignment to `__proto__` would set the prototype, one to `constructor` fail where the prototype is frozen.
function emitSet(name: string, value: string, scope: EmitScope): string {
  return isInherited(name)
    ? `${scope.constant(property(name))}.set(this,${value});`
    : `this[${JSON.stringify(name)}]=${value};`;
}

function emitObject(type: Fieldset, fields: string): string {
  return type.kind === "exception" ? `new construct(${fields})` : fields;
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
    `r.structEnd();if(n>1)arms(n,r.offset);return u;}`
  );
}

function emitFieldValue(field: Field, index: number, scope: EmitScope): string {
  return isContainer(field.type) ? `c${index}(r)` : emitExpression(field.type, scope);
}
