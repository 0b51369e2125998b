import { documented } from "./comments.ts";
import { declareDescriptor, type FieldsetDefinition, fieldsOf } from "./fieldset.ts";
import { assigned, block, call, type Layout, typeLiteral } from "./layout.ts";
import type { Module } from "./module.ts";
import { mayBeAbsent } from "./may-be-absent.ts";
import { defaultTag, spellProperty, type WrittenField } from "./spell-field.ts";
import { spellType } from "./spell-type.ts";
import { propertyName, quoted } from "./text.ts";

/** A class, and its descriptor. */
export function writeException(module: Module, definition: FieldsetDefinition): readonly Layout[] {
  const { type } = definition;
  const fields = fieldsOf(definition);
  const unlike = fields.filter(isUnlikeError).map(({ field }) => quoted(field.name));
  const base = unlike.length === 0 ? module.global("Error") : module.nameOf(definition, "Base", "value");
  // It is so, as gen1 sees to, and tells exceptions apart that have the same fields, or none.
  const named = fields.some(({ field }) => field.name === "name")
    ? []
    : [`declare readonly name: ${quoted(type.name)};`];
  const declared = fields.map((field) => declareField(module, field));
  const body = block([...named, ...declared, "", constructorOf(module, fields)]);
  const head = `export class ${module.nameOf(definition, "", "type")} extends ${base} `;
  return [
    ...(unlike.length === 0 ? [] : [declareBase(module, base, unlike)]),
    documented(definition.node, [head, body]),
    declareDescriptor(module, definition, "ExceptionType"),
  ];
}

/** The properties of errors that are text. */
const texts: ReadonlySet<string> = new Set(["message", "name", "stack"]);

/** Whether a field has the name of an error's property, and not its type. */
function isUnlikeError({ field }: WrittenField): boolean {
  return texts.has(field.name) && field.type.kind !== "string" && field.type.kind !== "uuid";
}

/** What errors are besides what is said here. */
function declareBase(module: Module, name: string, unlike: readonly string[]): Layout {
  const error = module.global("Error");
  const takes = call("new ", ["message?: undefined", `options?: ${module.global("ErrorOptions")}`]);
  const gives = ` => ${module.global("Omit")}<${error}, ${unlike.join(" | ")}>`;
  return [`const ${name}: `, takes, gives, " =", assigned(error), ";"];
}

function declareField(module: Module, written: WrittenField): Layout {
  return documented(written.node, ["declare ", propertyOfError(module, written), ";"], ...defaultTag(module, written));
}

// An error without a message of its own has one all the same, and so with its name; its stack may be missing.
function propertyOfError(module: Module, written: WrittenField): Layout {
  const { field, node } = written;
  if (field.name === "constructor") return ['["constructor"]', spellBehindName(module, written)];
  if (!texts.has(field.name) || !mayBeAbsent(field) || isUnlikeError(written)) return spellProperty(module, written);
  const type = spellType(module, field.type, { node: node.type, file: module.file });
  return `${propertyName(field.name)}${field.name === "stack" ? "?" : ""}: ${type}`;
}

function spellBehindName(module: Module, { field, node }: WrittenField): string {
  const type = spellType(module, field.type, { node: node.type, file: module.file });
  return mayBeAbsent(field) ? `?: ${type} | undefined` : `: ${type}`;
}

// The cause is that of errors, unless it is a field. Errors get no message of their own, for that would be a field's value.
function constructorOf(module: Module, fields: readonly WrittenField[]): Layout {
  const isPlain = fields.some(({ field }) => field.name === "cause");
  const set = fields.length === 0 ? [] : [`${module.gen1("setFields")}(this, fields);`];
  const body = block([isPlain ? "super();" : "super(undefined, options);", ...set]);
  const parameter = fieldsParameter(module, fields);
  if (isPlain && parameter.length === 2) return ["constructor(", ...parameter, ") ", body];
  const options = isPlain ? [] : [`options?: ${module.global("ErrorOptions")}`];
  return [call("constructor", [parameter, ...options]), " ", body];
}

function fieldsParameter(module: Module, fields: readonly WrittenField[]): readonly Layout[] {
  if (fields.length === 0) return [`_fields: ${module.global("Record")}<string, never> = {}`];
  const type = typeLiteral(fields.map((field) => spellProperty(module, field)));
  // An object without properties of its own is no value of a type that has `constructor` for a name.
  const isOptional = fields.every(({ field }) => mayBeAbsent(field) && !Object.hasOwn(Object.prototype, field.name));
  return ["fields: ", type, ...(isOptional ? [" = {}"] : [])];
}
