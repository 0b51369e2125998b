import type { EnumType, Fieldset, ScalarType, Type } from "@seapink/schema";
import { ContainerValues, type Evaluate } from "./container-values.ts";
import { FieldsetValues } from "./fieldset-values.ts";
import { isOfKind } from "./find-of-kind.ts";
import { warnOfLater } from "./later.ts";
import type { LinkContext } from "./link-context.ts";
import type { Member } from "./members.ts";
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
import { broken, isSameType, type Types } from "./types.ts";
import { unresolved } from "./unresolved.ts";
import { type Origin, ValueProblems, valueOf } from "./value-problems.ts";

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

/** How many times as deep constants may nest with those that they name as without. */
const reach = 4;

const nothing: Known = { value: undefined, size: 0 };

/** What constants and defaults mean: values of their types. `undefined` is no value: it has been told what is wrong. */
export class Values {
  readonly #context: LinkContext;
  readonly #types: Types;
  readonly #problems: ValueProblems;
  readonly #containers: ContainerValues;
  readonly #fieldsets: FieldsetValues;
  readonly #known: Map<Owner["node"], Known> = new Map();
  /** The constants and defaults that are being worked out, each on the way to the next. */
  readonly #path: Owner[] = [];
  readonly #numbers: Map<EnumType, ReadonlySet<number>> = new Map();
  /** How many values have been read, and how many the present constant holds, those that it names included. */
  #count = 0;
  #size = 0;
  #depth = 0;

  constructor(context: LinkContext, types: Types, membersOf: (type: Fieldset) => ReadonlyMap<string, Member>) {
    this.#context = context;
    this.#types = types;
    const problems = new ValueProblems(context);
    const evaluate: Evaluate = (node, type, origin) => this.#evaluate(node, type, origin);
    this.#problems = problems;
    this.#containers = new ContainerValues(problems, evaluate);
    this.#fieldsets = new FieldsetValues({
      context,
      types,
      problems,
      membersOf,
      evaluate,
      defaultOf: (member, at, origin) =>
        this.#isAllowed(at, origin) ? { value: this.#again(this.#ofField(member)) } : undefined,
    });
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
    return this.#problems.error({ scope: owner.scope, named: undefined }, owner.node.name, "limit", message);
  }

  #cycle({ node, scope }: Owner): Known {
    const from = this.#path.findIndex((other) => other.node === node);
    const names = this.#path.slice(from).map((other) => other.node.name.text);
    this.#problems.error(
      { scope, named: undefined },
      node.name,
      "cycle",
      `expected a value, got the cycle ${chain(names)}`,
    );
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
    const maxReach = reach * maxDepth;
    const wasAllowed = this.#count <= maxValues;
    this.#count++;
    this.#size++;
    if (wasAllowed && this.#count > maxValues) {
      this.#problems.error(origin, node, "limit", `expected at most ${maxValues} values in all constants, got more`);
    }
    if (this.#depth >= maxReach) {
      this.#problems.error(origin, node, "limit", `expected constants within ${maxReach} of each other, got more`);
    }
    return this.#count <= maxValues && this.#depth < maxReach;
  }

  #named(node: ReferenceNode, type: Type, origin: Origin): unknown {
    const found = origin.scope.find(node.name, true);
    warnOfLater(this.#context, origin.scope, node, found);
    if (found && isOfKind(found, "const")) return this.#constantAs(found, node, type, origin);
    if (found)
      return this.#problems.mismatch(node, origin, `the ${found.node.kind} ${quote(node.name)}`)(valueOf(type));
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
    if (number === undefined && isOther) return this.#problems.mismatch(node, origin, quote(node.name))(valueOf(type));
    if (number === undefined) return this.#unresolved(node, type, origin);
    if (member && !isOther) return number;
    const suggestion = `did you mean ${type.name}.${node.name.slice(dot + 1)}?`;
    const message = `expected an enum value with the name of its enum, got ${quote(node.name)}`;
    const isRefused = dot === -1 && !this.#problems.isFbthrift;
    if (isRefused) return this.#problems.error(origin, node, "unresolved", message, { suggestion });
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
    if (!(this.#problems.isFbthrift ? integers : numbers).has(type.kind))
      return this.#problems.mismatch(node, origin, quote(node.name))(valueOf(type));
    const { start, end } = node;
    return this.#written({ kind: "integer", raw: node.name, value: BigInt(number), start, end }, type, origin);
  }

  #written(node: Exclude<ValueNode, ReferenceNode>, type: Type, origin: Origin): unknown {
    const mismatch = this.#problems.mismatch(node, origin);
    switch (type.kind) {
      case "list":
        return this.#containers.list(node, type.of, origin);
      case "set":
        return this.#containers.set(node, type.of, origin);
      case "map":
        return this.#containers.map(node, type, origin);
      case "union":
        return this.#fieldsets.union(node, type, origin);
      case "struct":
      case "exception":
        return this.#fieldsets.struct(node, type, origin);
      case "enum":
        return isLiteral(node) ? this.#enumNumber(node, type, origin, mismatch) : mismatch(valueOf(type));
      default:
        return isLiteral(node) ? this.#scalar(node, type, origin, mismatch) : mismatch(valueOf(type));
    }
  }

  // Whoever read the file has put U+FFFD for bytes that are not UTF-8.
  #warnOfLostBytes(node: LiteralNode, origin: Origin): void {
    if (node.kind !== "string" || !node.value.includes("\uFFFD")) return;
    this.#problems.warn(
      origin,
      node,
      "value",
      "expected text in UTF-8, got U+FFFD, which stands for bytes that are not",
    );
  }

  // In Apache's grammar true and false are the integers 1 and 0; and whatever is not 0 is true.
  #scalar(node: LiteralNode, type: ScalarType, origin: Origin, mismatch: Mismatch): unknown {
    const { kind } = type;
    this.#warnOfLostBytes(node, origin);
    if (this.#problems.isFbthrift && node.kind === "bool" && kind !== "bool") return mismatch(valueOf(type));
    const isOdd = kind === "bool" && node.kind === "integer" && node.value !== 0n && node.value !== 1n;
    if (!isOdd) return scalarValue(type, node, mismatch);
    const message = `expected true or false, got ${node.raw}, which is taken for true`;
    this.#problems.warn(origin, node, "value", message);
    return true;
  }

  // To fbthrift's compiler, and on the wire, an enum may have more numbers than names.
  #enumNumber(node: LiteralNode, type: EnumType, origin: Origin, mismatch: Mismatch): number | undefined {
    const isUnknown = node.kind === "integer" && !this.#numbersOf(type).has(Number(node.value));
    const isI32 = isUnknown && BigInt.asIntN(32, node.value) === node.value;
    if (!isI32 || !this.#problems.isFbthrift) return enumNumber(type, this.#numbersOf(type), node, mismatch);
    const message = `expected a value of the enum ${type.name}, got ${node.raw}, which has no name`;
    this.#problems.warn(origin, node, "value", message);
    return Number(node.value);
  }

  #numbersOf(type: EnumType): ReadonlySet<number> {
    const known = this.#numbers.get(type) ?? new Set(type.values.values());
    this.#numbers.set(type, known);
    return known;
  }
}

const integers: ReadonlySet<Type["kind"]> = new Set<Type["kind"]>(["i8", "i16", "i32", "i64"]);
/** What Apache's compiler takes an enum value for. */
const numbers: ReadonlySet<Type["kind"]> = new Set<Type["kind"]>([...integers, "bool", "double", "float"]);

function isLiteral(node: ValueNode): node is LiteralNode {
  return node.kind === "string" || node.kind === "integer" || node.kind === "double" || node.kind === "bool";
}
