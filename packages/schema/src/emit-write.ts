import type { Field, Fieldset, Type } from "./type.ts";
import type { EmitScope } from "./emit-scope.ts";
import { isInherited, property } from "./property.ts";
import { wireTypeOf } from "./wire-type-of.ts";

/** The source of `function write(w, v)`. Whatever comes from the IDL enters as a JSON string or through the scope. */
export function emitWriter(type: Fieldset, scope: EmitScope): string {
  const body =
    type.kind === "union" ? emitUnion(type.fields, scope) : type.fields.map((f) => emitField(f, scope)).join("");
  return `function write(w,v){if(typeof v!=="object"||v===null)wrong(${JSON.stringify(type.kind)},v);w.structBegin();${body}w.structEnd();}`;
}

function emitField(field: Field, scope: EmitScope): string {
  const name = JSON.stringify(field.name);
  const value = isInherited(field.name) ? `${scope.constant(property(field.name))}.get(v)` : `v[${name}]`;
  const write = `{${emitFieldValue(field, scope)}}`;
  if (field.requiredness === "required") return `{const f=${value};if(f===undefined)missing(${name});${write}}`;
  if (field.requiredness === "optional" || field.default === undefined) {
    return `{const f=${value};if(f!==undefined)${write}}`;
  }
  return `{let f=${value};if(f===undefined)f=${scope.constant(field.default)};${write}}`;
}

function emitUnion(fields: readonly Field[], scope: EmitScope): string {
  const cases = fields.map(
    (field) => `case ${JSON.stringify(field.name)}:{const f=v.value;${emitFieldValue(field, scope)}break;}`,
  );
  return `switch(v.field){${cases.join("")}default:wrong("the name of a field in \\"field\\"",v.field);}`;
}

function emitFieldValue(field: Field, scope: EmitScope): string {
  const wireType = wireTypeOf(field.type);
  // A number, whatever a descriptor made by hand has there.
  const id = field.id | 0;
  if (field.type.kind === "bool") return `w.boolField(${id},f);`;
  return `w.fieldBegin(${wireType},${id});${emitValue(field.type, "f", 0, scope)}w.fieldEnd();`;
}

function emitValue(type: Type, value: string, depth: number, scope: EmitScope): string {
  switch (type.kind) {
    case "list":
      return emitList(type.of, value, depth, scope);
    case "set":
      return emitSet(type.of, value, depth, scope);
    case "map":
      return emitMap(type.key, type.value, value, depth, scope);
    case "struct":
    case "union":
    case "exception":
      return `${scope.writer(type)}(w,${value});`;
    case "enum":
      return `w.i32(${value});`;
    default:
      return `w.${type.kind}(${value});`;
  }
}

function emitList(of: Type, value: string, d: number, scope: EmitScope): string {
  const element = emitValue(of, `a${d}[i${d}]`, d + 1, scope);
  return (
    `{const a${d}=${value};if(!Array.isArray(a${d}))wrong("list",a${d});const n${d}=a${d}.length;` +
    `w.listBegin(${wireTypeOf(of)},n${d});for(let i${d}=0;i${d}<n${d};i${d}++){${element}}w.listEnd();}`
  );
}

// An array is taken for a set too: that is how values without types have it. The size is written before the elements,
// and a getter of one of them may change how many there are.
function emitSet(of: Type, value: string, d: number, scope: EmitScope): string {
  const element = emitValue(of, `e${d}`, d + 1, scope);
  return (
    `{const a${d}=${value},n${d}=a${d} instanceof Set?a${d}.size:Array.isArray(a${d})?a${d}.length:wrong("set",a${d});let c${d}=0;` +
    `w.setBegin(${wireTypeOf(of)},n${d});for(const e${d} of a${d}){${element}c${d}++;}` +
    `if(c${d}!==n${d})wrong(n${d}+" elements in a set",c${d});w.setEnd();}`
  );
}

function emitMap(key: Type, item: Type, value: string, d: number, scope: EmitScope): string {
  const entry = emitValue(key, `e${d}[0]`, d + 1, scope) + emitValue(item, `e${d}[1]`, d + 1, scope);
  return (
    `{const a${d}=${value};if(!(a${d} instanceof Map))wrong("map",a${d});const n${d}=a${d}.size;let c${d}=0;` +
    `w.mapBegin(${wireTypeOf(key)},${wireTypeOf(item)},n${d});for(const e${d} of a${d}){${entry}c${d}++;}` +
    `if(c${d}!==n${d})wrong(n${d}+" entries in a map",c${d});w.mapEnd();}`
  );
}
