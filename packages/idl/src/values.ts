import type {
  EnumType,
  ExceptionType,
  Fieldset,
  MapType,
  ScalarType,
  StructType,
  Type,
  UnionType,
} from "@seapink/schema";
import type { DiagnosticCode } from "./diagnostic.ts";
import type { Remarks } from "./diagnostics.ts";
import { isOfKind } from "./find-of-kind.ts";
import { warnOfLater } from "./later.ts";
import type { LinkContext } from "./link-context.ts";
import type { Member } from "./members.ts";
import { didYouMean } from "./near.ts";
import { chain, quote } from "./quote.ts";
import { enumNumber, type Mismatch, scalarValue } from "./scalar-value.ts";
import type { Declaration, EnumMember, Scope } from "./scope.ts";
import type {
  ConstNode,
  FieldNode,
  LiteralNode,
  ReferenceNode,
  Span,
  StructuredAnnotationNode,
  ValueNode,
} from "./tree.ts";
import { broken, isSameType, typeName, type Types } from "./types.ts";
import { unresolved } from "./unresolved.ts";

/** Where a value's names are looked up; and where to complain, if that is where the value is named, not written. */
interface Origin {
  readonly scope: Scope;
  readonly named: { readonly scope: Scope; readonly at: Span } | undefined;
}

/** A constant, a field with a default, or an annotation. */
interface Owner {
  readonly node: ConstNode | FieldNode | StructuredAnnotationNode;
  readonly scope: Scope;
}

/** A value and how many values it holds. */
interface Known {
  readonly value: unknown;
  readonly size: number;
}

/** The fields that are there even if a constant does not give them, and those that it must give. */
interface Owed {
  readonly defaults: readonly Member[];
  readonly required: readonly Member[];
}

interface Same {
  readonly at: Span;
  readonly other: Span;
  readonly what: string;
  readonly got: string;
}

const nothing: Known = { value: undefined, size: 0 };

interface Given {
  readonly name: string;
  readonly at: Span;
  readonly value: ValueNode;
}

/** What constants and defaults mean: values of their types. `undefined` is no value: it has been told what is wrong. */
export class Values {
  readonly #context: LinkContext;
  readonly #types: Types;
  readonly #membersOf: (type: Fieldset) => ReadonlyMap<string, Member>;
  readonly #known: Map<Owner["node"], Known> = new Map();
  /** The constants and defaults that are being worked out, each on the way to the next. */
  readonly #path: Owner[] = [];
  readonly #numbers: Map<EnumType, ReadonlySet<number>> = new Map();
  readonly #owed: Map<Fieldset, Owed> = new Map();
  /** How many values have been read, and how many the present constant holds, those that it names included. */
  #count = 0;
  #size = 0;
  #depth = 0;

  constructor(context: LinkContext, types: Types, membersOf: (type: Fieldset) => ReadonlyMap<string, Member>) {
    this.#context = context;
    this.#types = types;
    this.#membersOf = membersOf;
  }

  constant(declaration: Declaration<ConstNode>): unknown {
    return this.#ofConstant(declaration).value;
  }

  /** The default of a field that has one. */
  default(member: Member): unknown {
    return this.#ofField(member).value;
  }

  /** Reads what a structured annotation gives the fields of its struct. */
  checkStructured(node: StructuredAnnotationNode, type: Fieldset, scope: Scope): void {
    const { name, fields, start, end } = node;
    const value = { kind: "struct_value", type: name, fields, start, end } as const;
    this.#path.push({ node, scope });
    this.#size = 0;
    this.#evaluate(value, type, { scope, named: undefined });
    this.#path.pop();
  }

  #ofConstant({ node, scope }: Declaration<ConstNode>): Known {
    return this.#once({ node, scope }, node.value, () => this.#typeOf(node, scope));
  }

  #ofField({ node, scope, field }: Member): Known {
    return node.value ? this.#once({ node, scope }, node.value, () => field.type) : nothing;
  }

  #typeOf(node: ConstNode, scope: Scope): Type {
    if (node.type.kind === "named") warnOfLater(this.#context, scope, node.type, scope.find(node.type.name));
    return this.#types.describe(node.type, scope);
  }

  #once(owner: Owner, node: ValueNode, type: () => Type): Known {
    const known = this.#known.get(owner.node);
    if (known) return known;
    if (this.#path.some((other) => other.node === owner.node)) return this.#cycle(owner);
    const outer = this.#size;
    this.#size = 0;
    this.#path.push(owner);
    const value = this.#evaluate(node, type(), { scope: owner.scope, named: undefined });
    this.#path.pop();
    const made = this.#size > this.#context.limits.maxValues ? nothing : { value, size: this.#size };
    this.#size = outer;
    this.#known.set(owner.node, made);
    return made;
  }

  // One value may stand in many places, but whoever fills in a default copies it for each.
  #again({ value, size }: Known): unknown {
    const { maxValues } = this.#context.limits;
    this.#size += size;
    const owner = this.#path.at(-1);
    if (!owner || this.#size <= maxValues) return value;
    const message = `expected at most ${maxValues} values in a constant, got more by way of those that it names`;
    return this.#error({ scope: owner.scope, named: undefined }, owner.node.name, "limit", message);
  }

  #cycle({ node, scope }: Owner): Known {
    const from = this.#path.findIndex((other) => other.node === node);
    const names = this.#path.slice(from).map((other) => other.node.name.text);
    this.#error({ scope, named: undefined }, node.name, "cycle", `expected a value, got the cycle ${chain(names)}`);
    return nothing;
  }

  #evaluate(node: ValueNode, type: Type, origin: Origin): unknown {
    if (type === broken || !this.#isAllowed(node, origin)) return undefined;
    this.#depth++;
    const value = node.kind === "reference" ? this.#named(node, type, origin) : this.#written(node, type, origin);
    this.#depth--;
    return value;
  }

  // References can make a small text a large value, and a deep one.
  #isAllowed(node: Span, origin: Origin): boolean {
    const { maxValues, maxDepth } = this.#context.limits;
    this.#count++;
    this.#size++;
    if (this.#count === maxValues + 1) {
      this.#error(origin, node, "limit", `expected at most ${maxValues} values in all constants, got more`);
    }
    if (this.#depth === 4 * maxDepth) {
      this.#error(origin, node, "limit", `expected constants within ${4 * maxDepth} of each other, got more`);
    }
    return this.#count <= maxValues && this.#depth < 4 * maxDepth;
  }

  #named(node: ReferenceNode, type: Type, origin: Origin): unknown {
    const found = origin.scope.find(node.name);
    warnOfLater(this.#context, origin.scope, node, found);
    if (found && isOfKind(found, "const")) return this.#constantAs(found, node, type, origin);
    if (found) return this.#mismatch(node, origin, `the ${found.node.kind} ${quote(node.name)}`)(valueOf(type));
    const member = origin.scope.findMember(node.name);
    warnOfLater(this.#context, origin.scope, node, member?.enum);
    if (type.kind === "enum") return this.#enumValue(node, type, member, origin);
    if (member) return this.#integer(member, node, type, origin);
    return this.#unresolved(node, type, origin);
  }

  // Apache's compiler looks at what follows the last dot only, and some files depend on that.
  #enumValue(node: ReferenceNode, type: EnumType, member: EnumMember | undefined, origin: Origin): number | undefined {
    const dot = node.name.lastIndexOf(".");
    const number = type.values.get(node.name.slice(dot + 1));
    const isOther = member && this.#types.declared(member.enum) !== type;
    if (number === undefined && isOther) return this.#mismatch(node, origin, quote(node.name))(valueOf(type));
    if (number === undefined) return this.#unresolved(node, type, origin);
    if (member && !isOther) return number;
    const suggestion = `did you mean ${type.name}.${node.name.slice(dot + 1)}?`;
    const message = `expected an enum value with the name of its enum, got ${quote(node.name)}`;
    const isRefused = dot === -1 && !this.#isFbthrift;
    if (isRefused) return this.#error(origin, node, "unresolved", message, { suggestion });
    this.#context.diagnostics.warn(origin.scope.site(node), "unresolved", message, { suggestion });
    return number;
  }

  #unresolved(node: ReferenceNode, type: Type, { scope }: Origin): undefined {
    unresolved(this.#context, scope, node, node.name, { what: valueOf(type), kinds: ["const"] });
  }

  /** A constant of the same type is that constant; one of another is read again as what is wanted here. */
  #constantAs(declaration: Declaration<ConstNode>, at: ReferenceNode, type: Type, origin: Origin): unknown {
    const { node, scope } = declaration;
    const known = this.#ofConstant(declaration);
    if (known.value === undefined) return undefined;
    if (isSameType(this.#typeOf(node, scope), type)) return this.#again(known);
    return this.#evaluate(node.value, type, { scope, named: origin.named ?? { scope: origin.scope, at } });
  }

  #integer({ enum: declaration, member }: EnumMember, node: ReferenceNode, type: Type, origin: Origin): unknown {
    const enumType = this.#types.declared(declaration);
    const number = enumType.kind === "enum" ? enumType.values.get(member) : undefined;
    if (number === undefined) return this.#unresolved(node, type, origin);
    if (!(this.#isFbthrift ? integers : numbers).has(type.kind))
      return this.#mismatch(node, origin, quote(node.name))(valueOf(type));
    const { start, end } = node;
    return this.#written({ kind: "integer", raw: node.name, value: BigInt(number), start, end }, type, origin);
  }

  #written(node: Exclude<ValueNode, ReferenceNode>, type: Type, origin: Origin): unknown {
    const mismatch = this.#mismatch(node, origin);
    switch (type.kind) {
      case "list":
        return this.#items(node, type.of, origin, mismatch);
      case "set":
        return this.#set(node, type.of, origin, mismatch);
      case "map":
        return this.#map(node, type, origin, mismatch);
      case "union":
        return this.#union(node, type, origin, mismatch);
      case "struct":
      case "exception":
        return this.#struct(node, type, origin, mismatch);
      case "enum":
        return isLiteral(node) ? this.#enumNumber(node, type, origin, mismatch) : mismatch(valueOf(type));
      default:
        return isLiteral(node) ? this.#scalar(node, type, origin, mismatch) : mismatch(valueOf(type));
    }
  }

  // In Apache's grammar true and false are the integers 1 and 0; and whatever is not 0 is true.
  #scalar(node: LiteralNode, type: ScalarType, origin: Origin, mismatch: Mismatch): unknown {
    const { kind, as = "bigint" } = type;
    if (this.#isFbthrift && node.kind === "bool" && kind !== "bool") return mismatch(valueOf(type));
    const isOdd = kind === "bool" && node.kind === "integer" && node.value !== 0n && node.value !== 1n;
    if (!isOdd) return scalarValue(kind, as, node, mismatch);
    const { scope, at } = origin.named ?? { scope: origin.scope, at: node };
    const message = `expected true or false, got ${node.raw}, which is taken for true`;
    this.#context.diagnostics.warn(scope.site(at), "value", message);
    return true;
  }

  get #isFbthrift(): boolean {
    return this.#context.dialect === "fbthrift";
  }

  // To fbthrift's compiler, and on the wire, an enum may have more numbers than names.
  #enumNumber(node: LiteralNode, type: EnumType, origin: Origin, mismatch: Mismatch): number | undefined {
    const isUnknown = node.kind === "integer" && !this.#numbersOf(type).has(Number(node.value));
    const isI32 = isUnknown && BigInt.asIntN(32, node.value) === node.value;
    if (!isI32 || !this.#isFbthrift) return enumNumber(type, this.#numbersOf(type), node, mismatch);
    const { scope, at } = origin.named ?? { scope: origin.scope, at: node };
    const message = `expected a value of the enum ${type.name}, got ${node.raw}, which has no name`;
    this.#context.diagnostics.warn(scope.site(at), "value", message);
    return Number(node.value);
  }

  #numbersOf(type: EnumType): ReadonlySet<number> {
    const known = this.#numbers.get(type) ?? new Set(type.values.values());
    this.#numbers.set(type, known);
    return known;
  }

  #items(node: ValueNode, of: Type, origin: Origin, mismatch: Mismatch): unknown[] | undefined {
    if (node.kind === "map_value" && node.entries.length === 0) return [];
    if (node.kind !== "list_value") return mismatch("a list in brackets");
    return node.items.map((item) => this.#evaluate(item, of, origin));
  }

  #set(node: ValueNode, of: Type, origin: Origin, mismatch: Mismatch): Set<unknown> | undefined {
    const items = this.#items(node, of, origin, mismatch);
    if (!items || node.kind !== "list_value") return items && new Set(items);
    const set = new Map<unknown, ValueNode>();
    for (const [index, item] of items.entries()) {
      const at = node.items[index] as ValueNode;
      const other = set.get(item);
      if (!other) set.set(item, at);
      else if (item !== undefined) this.#same({ at, other, what: "items of a set", got: spell(at) }, origin);
    }
    return new Set(set.keys());
  }

  #map(node: ValueNode, type: MapType, origin: Origin, mismatch: Mismatch): Map<unknown, unknown> | undefined {
    if (node.kind === "list_value" && node.items.length === 0) return new Map();
    if (node.kind !== "map_value") return mismatch("a map in braces");
    const map = new Map<unknown, unknown>();
    const nodes = new Map<unknown, ValueNode>();
    for (const entry of node.entries) {
      const key = this.#evaluate(entry.key, type.key, origin);
      const value = this.#evaluate(entry.value, type.value, origin);
      const other = nodes.get(key);
      if (!other) nodes.set(key, entry.key);
      else if (key !== undefined) this.#sameKey(entry.key, other, origin, isConflict(map.get(key), value));
      map.set(key, value);
    }
    return map;
  }

  #sameKey(at: ValueNode, other: ValueNode, origin: Origin, isConflict: boolean): void {
    const isError = isConflict && this.#isFbthrift;
    this.#same({ at, other, what: "keys of a map", got: spell(at) }, origin, isError);
  }

  /** Tells of two that count as one; where they are written, however they are named. */
  #same({ at, other, what, got }: Same, { scope }: Origin, isError = false): void {
    const { diagnostics } = this.#context;
    const message = `expected different ${what}, got ${got} twice`;
    const remarks = { related: { site: scope.site(other), message: "the other is here" } };
    if (isError) diagnostics.error(scope.site(at), "duplicate", message, remarks);
    else diagnostics.warn(scope.site(at), "duplicate", message, remarks);
  }

  #union(node: ValueNode, type: UnionType, origin: Origin, mismatch: Mismatch): unknown {
    const all = this.#given(node, type, origin);
    const count = all && fieldCount(node);
    if (count === 0 && this.#isFbthrift) return this.#emptyUnion(node, type, origin);
    if (count !== 1) return mismatch(`exactly one field of the union ${type.name}`);
    const [given] = all ?? [];
    if (!given) return undefined;
    const member = this.#membersOf(type).get(given.name);
    if (!member) return this.#noField(given, type, origin);
    return { field: given.name, value: this.#evaluate(given.value, member.field.type, origin) };
  }

  #emptyUnion(node: ValueNode, type: UnionType, origin: Origin): unknown {
    const message = `expected a field of the union ${type.name}, got none, which cannot be sent`;
    this.#context.diagnostics.warn(origin.scope.site(node), "value", message);
    return { field: undefined };
  }

  #struct(node: ValueNode, type: StructType | ExceptionType, origin: Origin, mismatch: Mismatch): unknown {
    const given = this.#given(node, type, origin);
    if (!given) return mismatch(`the fields of ${type.name} in braces`);
    const members = this.#membersOf(type);
    const values = new Map<string, unknown>();
    const nodes = new Map<string, Span>();
    for (const item of given) {
      const member = members.get(item.name);
      const other = nodes.get(item.name);
      const got = quote(item.name);
      if (other) this.#same({ at: item.at, other, what: `fields of ${type.name}`, got }, origin);
      nodes.set(item.name, item.at);
      if (!member) this.#noField(item, type, origin);
      else values.set(item.name, this.#evaluate(item.value, member.field.type, origin));
    }
    const isKnown = given.every((item) => members.has(item.name));
    const { defaults, required } = this.#owedOf(type, members);
    const missing = isKnown ? required.find(({ field }) => !values.has(field.name)) : undefined;
    if (missing) this.#missing(missing, node, origin);
    this.#fill(values, defaults, node, origin);
    const object = Object.fromEntries(values);
    return type.kind === "exception" ? new type.construct(object) : object;
  }

  #owedOf(type: Fieldset, members: ReadonlyMap<string, Member>): Owed {
    const known = this.#owed.get(type);
    if (known) return known;
    const all = [...members.values()];
    const defaults = all.filter(({ node }) => node.value);
    const required = all.filter(({ node, field }) => !node.value && field.requiredness === "required");
    this.#owed.set(type, { defaults, required });
    return { defaults, required };
  }

  // As it is when a struct is read: what is missing has its default.
  #fill(values: Map<string, unknown>, defaults: readonly Member[], at: Span, origin: Origin): void {
    for (const member of defaults) {
      const { name } = member.field;
      if (values.has(name)) continue;
      if (!this.#isAllowed(at, origin)) return;
      values.set(name, this.#again(this.#ofField(member)));
    }
  }

  #missing({ field, node, scope }: Member, at: Span, origin: Origin): void {
    const related = { site: scope.site(node.name), message: "the field is here" };
    const message = `expected the required field ${quote(field.name)}, got none`;
    if (!this.#isFbthrift) this.#error(origin, at, "value", message, { related });
    else this.#context.diagnostics.warn(origin.scope.site(at), "value", message, { related });
  }

  /** The fields that a struct constant gives, in either form. */
  #given(node: ValueNode, type: Fieldset, origin: Origin): Given[] | undefined {
    if (node.kind === "struct_value") {
      const named = { ...node.type, kind: "named", name: node.type.text, annotations: [] } as const;
      if (this.#types.describe(named, origin.scope) !== type) return undefined;
      return node.fields.map(({ name, value }) => ({ name: name.text, at: name, value }));
    }
    if (node.kind !== "map_value") return undefined;
    return node.entries.flatMap(({ key, value }) => {
      const name = this.#fieldName(key, type, origin);
      return typeof name === "string" ? [{ name, at: key, value }] : [];
    });
  }

  // A word that names no constant is a field of that name to fbthrift's compiler.
  #fieldName(key: ValueNode, type: Fieldset, origin: Origin): unknown {
    const isWord = this.#isFbthrift && key.kind === "reference" && this.#membersOf(type).has(key.name);
    if (!isWord || origin.scope.find(key.name)?.node.kind === "const") return this.#evaluate(key, stringType, origin);
    const message = `expected the name of a field in quotes, got ${quote(key.name)}`;
    this.#context.diagnostics.warn(origin.scope.site(key), "deprecated", message);
    return key.name;
  }

  #noField(given: Given, type: Fieldset, origin: Origin): undefined {
    const suggestion = didYouMean(given.name, this.#membersOf(type).keys(), this.#context.diagnostics.budget);
    const message = `expected a field of ${type.name}, got ${quote(given.name)}`;
    this.#error(origin, given.at, "value", message, { suggestion });
  }

  #mismatch(node: ValueNode, origin: Origin, got: string = spell(node)): Mismatch {
    return (expected) => this.#error(origin, node, "value", `expected ${expected}, got ${got}`);
  }

  #error(origin: Origin, at: Span, code: DiagnosticCode, message: string, remarks: Remarks = {}): undefined {
    const { named, scope } = origin;
    const related = named && { site: scope.site(at), message: "the value is here" };
    const site = named ? named.scope.site(named.at) : scope.site(at);
    this.#context.diagnostics.error(site, code, message, { related, ...remarks });
  }
}

const stringType: Type = { kind: "string" };
const integers: ReadonlySet<Type["kind"]> = new Set<Type["kind"]>(["i8", "i16", "i32", "i64"]);
/** What Apache's compiler takes an enum value for. */
const numbers: ReadonlySet<Type["kind"]> = new Set<Type["kind"]>([...integers, "bool", "double", "float"]);

function fieldCount(node: ValueNode): number {
  return node.kind === "map_value" ? node.entries.length : node.kind === "struct_value" ? node.fields.length : 0;
}

function isLiteral(node: ValueNode): node is LiteralNode {
  return node.kind === "string" || node.kind === "integer" || node.kind === "double" || node.kind === "bool";
}

function valueOf(type: Type): string {
  return `a value of type ${typeName(type)}`;
}

/** As far as it can be told without a look inside. */
function isConflict(a: unknown, b: unknown): boolean {
  return typeof a !== "object" && a !== b;
}

function spell(node: ValueNode): string {
  switch (node.kind) {
    case "list_value":
      return `a list of ${node.items.length}`;
    case "map_value":
      return `a map of ${node.entries.length}`;
    case "struct_value":
      return `${node.type.text}{${node.fields.length === 0 ? "" : "…"}}`;
    case "reference":
      return quote(node.name);
    case "string":
      return `string ${quote(node.value)}`;
    case "bool":
      return String(node.value);
    default:
      return quote(node.raw).slice(1, -1);
  }
}
