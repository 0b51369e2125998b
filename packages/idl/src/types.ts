import {
  binary,
  bool,
  double,
  exception,
  type Field,
  type Fieldset,
  float,
  i16,
  i32,
  i64,
  i64Number,
  i8,
  list,
  map,
  type ScalarType,
  set,
  string,
  struct,
  type Type,
  union,
  uuid,
} from "@seapink/schema";
import { annotationsOfDefinition, i64Of } from "./annotations-of.ts";
import { enumValues } from "./enum-values.ts";
import type { I64, LinkContext } from "./link-context.ts";
import { warnOfOverruled } from "./overruled.ts";
import { chain, quote } from "./quote.ts";
import { youngTypes } from "./reserved.ts";
import type { Declaration, Scope } from "./scope.ts";
import type {
  BaseTypeName,
  EnumNode,
  ListTypeNode,
  MapTypeNode,
  SetTypeNode,
  Span,
  StructNode,
  TypeDefinitionNode,
  TypedefNode,
  TypeNode,
} from "./tree.ts";
import { unresolved, type Wanted } from "./unresolved.ts";

/** Stands for a type of which it has been told what is wrong with it. */
export const broken: ScalarType = Object.freeze({ kind: "bool" });

/** Types that name each other may double in size with each name; nobody needs as much as this. */
const largest = 1000;

/** A type, how deep it nests, and how many types it is made of. */
interface Sized {
  readonly type: Type;
  readonly depth: number;
  readonly size: number;
}

const scalars: Readonly<Record<Exclude<BaseTypeName, "i64">, Sized>> = {
  bool: sized(bool),
  byte: sized(i8),
  i8: sized(i8),
  i16: sized(i16),
  i32: sized(i32),
  float: sized(float),
  double: sized(double),
  string: sized(string),
  binary: sized(binary),
  uuid: sized(uuid),
};
const i64s: Readonly<Record<I64, Sized>> = { bigint: sized(i64), number: sized(i64Number) };
const brokenSized = sized(broken);
const aType: Wanted = { what: "a type", kinds: ["struct", "union", "exception", "enum", "typedef"] };

const makers = { struct, union, exception };

function sized(type: Type): Sized {
  return { type, depth: 1, size: 1 };
}

/** What type nodes mean: descriptors, one for each definition. */
export class Types {
  readonly #context: LinkContext;
  readonly #fieldsOf: (declaration: Declaration<StructNode>) => readonly Field[];
  readonly #definitions: Map<EnumNode | StructNode, Sized> = new Map();
  readonly #typedefs: Readonly<Record<I64, Map<TypedefNode, Sized>>> = { bigint: new Map(), number: new Map() };
  readonly #declarations: Map<Type, Declaration<StructNode>> = new Map();
  /** The typedefs that are being worked out, each on the way to the next. */
  readonly #path: TypedefNode[] = [];

  /** @param fieldsOf is asked when a struct's fields are first looked at */
  constructor(context: LinkContext, fieldsOf: (declaration: Declaration<StructNode>) => readonly Field[]) {
    this.#context = context;
    this.#fieldsOf = fieldsOf;
  }

  /** @param as what an i64 becomes where the type itself does not say it */
  describe(node: TypeNode, scope: Scope, as: I64 = this.#context.i64): Type {
    return this.#type(node, scope, as).type;
  }

  /** What a definition of a type means. */
  declared({ node, scope }: Declaration<TypeDefinitionNode>): Type {
    switch (node.kind) {
      case "typedef":
        return this.#typedef({ node, scope }, this.#context.i64).type;
      case "enum":
        return (this.#definitions.get(node) ?? this.#enum({ node, scope })).type;
      default:
        return (this.#definitions.get(node) ?? this.#struct({ node, scope })).type;
    }
  }

  /** The definition that a descriptor was made of. */
  declarationOf(type: Fieldset): Declaration<StructNode> {
    return this.#declarations.get(type) as Declaration<StructNode>;
  }

  #type(node: TypeNode, scope: Scope, inherited: I64): Sized {
    const made = this.#typeAs(node, scope, i64Of(node.annotations) ?? inherited);
    warnOfOverruled(this.#context, scope, node.annotations, made.type);
    return made;
  }

  #typeAs(node: TypeNode, scope: Scope, as: I64): Sized {
    switch (node.kind) {
      case "base":
        return youngTypes.has(node.name) && scope.names.has(node.name)
          ? this.#named(node, scope, as)
          : node.name === "i64"
            ? i64s[as]
            : scalars[node.name];
      case "void":
        return this.#wrong(scope, node, "a type", '"void"');
      case "named":
        return this.#named(node, scope, as);
      default:
        return this.#container(node, scope, as);
    }
  }

  #container(node: ListTypeNode | SetTypeNode | MapTypeNode, scope: Scope, as: I64): Sized {
    const first = this.#type(node.kind === "map" ? node.key : node.of, scope, as);
    const second = node.kind === "map" ? this.#type(node.value, scope, as) : undefined;
    if (node.kind !== "list") this.#checkKey(node.kind === "map" ? node.key : node.of, scope, first.type);
    const type = second ? map(first.type, second.type) : node.kind === "list" ? list(first.type) : set(first.type);
    const depth = 1 + Math.max(first.depth, second?.depth ?? 0);
    return this.#limited({ type, depth, size: 1 + first.size + (second?.size ?? 0) }, scope, node);
  }

  #limited(sized: Sized, scope: Scope, at: Span): Sized {
    const { maxDepth } = this.#context.limits;
    if (sized.depth <= maxDepth && sized.size <= largest) return sized;
    const most = sized.depth > maxDepth ? `${maxDepth} levels of types` : `${largest} types in one`;
    this.#context.diagnostics.error(scope.site(at), "limit", `expected at most ${most}, got more by way of typedefs`);
    return brokenSized;
  }

  #checkKey(node: TypeNode, scope: Scope, type: Type): void {
    if (!("of" in type || "key" in type || "fields" in type || type.kind === "binary")) return;
    const message = `expected keys that are equal by value, got ${typeName(type)}, which JavaScript compares by identity`;
    this.#context.diagnostics.warn(scope.site(node), "identity_key", message);
  }

  #named(node: Span & { readonly name: string }, scope: Scope, as: I64): Sized {
    const found = scope.find(node.name);
    if (!found) {
      unresolved(this.#context, scope, node, node.name, aType);
      return brokenSized;
    }
    switch (found.node.kind) {
      case "typedef":
        return this.#typedef({ node: found.node, scope: found.scope }, as);
      case "enum":
        return this.#definitions.get(found.node) ?? this.#enum({ node: found.node, scope: found.scope });
      case "struct":
      case "union":
      case "exception":
        return this.#definitions.get(found.node) ?? this.#struct({ node: found.node, scope: found.scope });
      default:
        return this.#wrong(scope, node, "a type", `the ${found.node.kind} ${quote(node.name)}`);
    }
  }

  #wrong(scope: Scope, at: Span, expected: string, got: string): Sized {
    this.#context.diagnostics.error(scope.site(at), "wrong_kind", `expected ${expected}, got ${got}`);
    return brokenSized;
  }

  #typedef({ node, scope }: Declaration<TypedefNode>, as: I64): Sized {
    const known = this.#typedefs[as].get(node);
    if (known) return known;
    const isLoop = this.#path.includes(node);
    if (isLoop) this.#cycle(node, scope);
    if (isLoop || this.#path.length >= this.#context.limits.maxDepth) return this.#tooDeep(node, scope, isLoop);
    this.#path.push(node);
    const target = this.#type(node.type, scope, i64Of(node.annotations) ?? as);
    this.#path.pop();
    warnOfOverruled(this.#context, scope, node.annotations, target.type);
    const result = this.#limited({ ...target, depth: target.depth + 1 }, scope, node.name);
    this.#typedefs[as].set(node, result);
    return result;
  }

  #tooDeep(node: TypedefNode, scope: Scope, isLoop: boolean): Sized {
    return isLoop ? brokenSized : this.#limited({ ...brokenSized, depth: Infinity }, scope, node.name);
  }

  #cycle(node: TypedefNode, scope: Scope): void {
    const names = this.#path.slice(this.#path.indexOf(node)).map((item) => item.name.text);
    const message = `expected a typedef of another type, got the cycle ${chain(names)}`;
    this.#context.diagnostics.error(scope.site(node.name), "cycle", message);
  }

  #enum({ node, scope }: Declaration<EnumNode>): Sized {
    const values = enumValues(node, scope, this.#context);
    const annotations = annotationsOfDefinition(node, scope);
    return this.#remember(node, { kind: "enum", name: node.name.text, values, annotations });
  }

  #struct(declaration: Declaration<StructNode>): Sized {
    const { node, scope } = declaration;
    const fields = (): readonly Field[] => this.#fieldsOf(declaration);
    const type = makers[node.kind](node.name.text, fields, { annotations: annotationsOfDefinition(node, scope) });
    this.#declarations.set(type, declaration);
    return this.#remember(node, type);
  }

  #remember(node: EnumNode | StructNode, type: Type): Sized {
    const made = sized(type);
    this.#definitions.set(node, made);
    return made;
  }
}

/** Whether values of one type are values of the other as they stand. */
export function isSameType(a: Type, b: Type): boolean {
  if (a === b) return true;
  if (a.kind === "map" && b.kind === "map") return isSameType(a.key, b.key) && isSameType(a.value, b.value);
  return "of" in a && "of" in b && a.kind === b.kind && isSameType(a.of, b.of);
}

/** A type for a message. */
export function typeName(type: Type): string {
  const name = spell(type);
  return name.length > 60 ? `${name.slice(0, 60)}…` : name;
}

function spell(type: Type): string {
  switch (type.kind) {
    case "list":
    case "set":
      return `${type.kind}<${spell(type.of)}>`;
    case "map":
      return `map<${spell(type.key)}, ${spell(type.value)}>`;
    default:
      return "name" in type ? type.name : type.kind;
  }
}
