import type { ExceptionType, Fieldset, StructType, Type, UnionType } from "@seapink/schema";
import { didYouMean } from "@seapink/schema/internal";
import type { Evaluate } from "./container-values.ts";
import type { LinkContext } from "./link-context.ts";
import type { Member } from "./members.ts";
import { quote } from "./quote.ts";
import type { Span, ValueNode } from "./tree.ts";
import type { Types } from "./types.ts";
import type { Origin, ValueProblems } from "./value-problems.ts";

/** What reads the values of fields, and what that needs. */
interface Host {
  readonly context: LinkContext;
  readonly types: Types;
  readonly problems: ValueProblems;
  readonly membersOf: (type: Fieldset) => ReadonlyMap<string, Member>;
  readonly evaluate: Evaluate;
  /** `undefined` if there is no room for more values. */
  readonly defaultOf: (member: Member, at: Span, origin: Origin) => { readonly value: unknown } | undefined;
}

/** The fields that are there even if a constant does not give them, and those that it must give. */
interface Owed {
  readonly defaults: readonly Member[];
  readonly required: readonly Member[];
}

interface Given {
  readonly name: string;
  readonly at: Span;
  readonly value: ValueNode;
}

/** What constants of structs, unions and exceptions mean. */
export class FieldsetValues {
  readonly #host: Host;
  readonly #owed: Map<Fieldset, Owed> = new Map();

  constructor(host: Host) {
    this.#host = host;
  }

  union(node: ValueNode, type: UnionType, origin: Origin): unknown {
    const all = this.#given(node, type, origin);
    const count = all && fieldCount(node);
    if (count === 0 && this.#host.problems.isFbthrift) return this.#emptyUnion(node, type, origin);
    if (count !== 1) return this.#host.problems.mismatch(node, origin)(`exactly one field of the union ${type.name}`);
    const [given] = all ?? [];
    if (!given) return undefined;
    const member = this.#host.membersOf(type).get(given.name);
    if (!member) return this.#noField(given, type, origin);
    return { field: given.name, value: this.#host.evaluate(given.value, member.field.type, origin) };
  }

  #emptyUnion(node: ValueNode, type: UnionType, origin: Origin): unknown {
    const message = `expected a field of the union ${type.name}, got none, which cannot be sent`;
    this.#host.problems.warn(origin, node, "value", message);
    return { field: undefined };
  }

  struct(node: ValueNode, type: StructType | ExceptionType, origin: Origin): unknown {
    const given = this.#given(node, type, origin);
    if (!given) return this.#host.problems.mismatch(node, origin)(`the fields of ${type.name} in braces`);
    const members = this.#host.membersOf(type);
    const values = new Map<string, unknown>();
    const nodes = new Map<string, Span>();
    for (const item of given) {
      const member = members.get(item.name);
      const other = nodes.get(item.name);
      const got = quote(item.name);
      if (other) this.#host.problems.same({ at: item.at, other, what: `fields of ${type.name}`, got }, origin);
      nodes.set(item.name, item.at);
      if (!member) this.#noField(item, type, origin);
      else values.set(item.name, this.#host.evaluate(item.value, member.field.type, origin));
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
      const made = this.#host.defaultOf(member, at, origin);
      if (!made) return;
      values.set(name, made.value);
    }
  }

  // Apache's and fbthrift's compilers take it; whoever sends such a value is told then.
  #missing({ field, node, scope }: Member, at: Span, origin: Origin): void {
    const related = { site: scope.site(node.name), message: "the field is here" };
    const message = `expected the required field ${quote(field.name)}, got none`;
    const { problems, context } = this.#host;
    if (context.dialect === "thriftgo") problems.error(origin, at, "value", message, { related });
    else problems.warn(origin, at, "value", message, { related });
  }

  /** The fields that a struct constant gives, in either form. */
  #given(node: ValueNode, type: Fieldset, origin: Origin): Given[] | undefined {
    if (node.kind === "struct_value") {
      const named = { ...node.type, kind: "named", name: node.type.text, annotations: [] } as const;
      if (this.#host.types.describe(named, origin.scope) !== type) return undefined;
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
    const isWord =
      this.#host.problems.isFbthrift && key.kind === "reference" && this.#host.membersOf(type).has(key.name);
    if (!isWord || origin.scope.find(key.name, true)?.node.kind === "const")
      return this.#host.evaluate(key, stringType, origin);
    const message = `expected the name of a field in quotes, got ${quote(key.name)}`;
    this.#host.problems.warn(origin, key, "deprecated", message);
    return key.name;
  }

  #noField(given: Given, type: Fieldset, origin: Origin): undefined {
    const suggestion = didYouMean(given.name, this.#host.membersOf(type).keys(), this.#host.context.diagnostics.budget);
    const message = `expected a field of ${type.name}, got ${quote(given.name)}`;
    this.#host.problems.error(origin, given.at, "value", message, { suggestion });
  }
}

const stringType: Type = { kind: "string" };

function fieldCount(node: ValueNode): number {
  return node.kind === "map_value" ? node.entries.length : node.kind === "struct_value" ? node.fields.length : 0;
}
