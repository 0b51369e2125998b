import { type Field, field, type Requiredness, type Type } from "@seapink/schema";
import { annotationsOf, i64Of } from "./annotations-of.ts";
import { fieldIds } from "./field-ids.ts";
import type { LinkContext } from "./link-context.ts";
import { warnOfOverruled } from "./overruled.ts";
import { quote } from "./quote.ts";
import { duplicate, type Scope } from "./scope.ts";
import { findStructured } from "./structured-name.ts";
import type { FieldNode } from "./tree.ts";
import { broken, typeName, type Types } from "./types.ts";

/** A field, still without its default. */
export interface Member {
  readonly node: FieldNode;
  readonly scope: Scope;
  readonly field: Field;
  /** Whether it can be told apart by its id; if not, that has been told. */
  readonly hasId: boolean;
}

/** What a list of fields belongs to. */
export type MemberRole = "struct" | "union" | "exception" | "arguments" | "throws";

const nouns: Readonly<Record<MemberRole, string>> = {
  struct: "fields",
  union: "fields",
  exception: "fields",
  arguments: "arguments",
  throws: "exceptions",
};

// Most methods declare no exceptions, and many have no arguments.
const none: readonly Member[] = [];

/** So many are looked through for another of the same id or name, which is faster than to keep maps of them. */
const few = 8;

/** Fields with their ids and types; of two with one name, the first. */
export function membersOf(
  context: LinkContext,
  types: Types,
  scope: Scope,
  nodes: readonly FieldNode[],
  role: MemberRole,
): readonly Member[] {
  if (nodes.length === 0) return none;
  const known = nodes.length <= few ? new FewMembers() : new ManyMembers();
  const nextId = fieldIds(context, scope);
  for (const node of nodes) {
    const id = nextId(node);
    const same = id === undefined ? undefined : known.withId(id);
    const other = known.withName(node.name.text);
    const member = memberOf(context, types, scope, node, id ?? 0, role, id !== undefined && !same);
    if (same) duplicateId(context, scope, node, same, role);
    else if (other)
      duplicate(context.diagnostics, scope, node.name, other.node.name, `different names of ${nouns[role]}`);
    if (!other) known.add(member);
  }
  // An array that grew has room for seventeen.
  return known.all.slice();
}

class FewMembers {
  readonly all: Member[] = [];

  withId(id: number): Member | undefined {
    for (const member of this.all) if (member.hasId && member.field.id === id) return member;
    return undefined;
  }

  withName(name: string): Member | undefined {
    for (const member of this.all) if (member.field.name === name) return member;
    return undefined;
  }

  add(member: Member): void {
    this.all.push(member);
  }
}

class ManyMembers {
  readonly all: Member[] = [];
  readonly #byId: Map<number, Member> = new Map();
  readonly #byName: Map<string, Member> = new Map();

  withId(id: number): Member | undefined {
    return this.#byId.get(id);
  }

  withName(name: string): Member | undefined {
    return this.#byName.get(name);
  }

  add(member: Member): void {
    this.all.push(member);
    this.#byName.set(member.field.name, member);
    if (member.hasId) this.#byId.set(member.field.id, member);
  }
}

function memberOf(
  context: LinkContext,
  types: Types,
  scope: Scope,
  node: FieldNode,
  id: number,
  role: MemberRole,
  hasId: boolean,
): Member {
  const type = types.describe(node.type, scope, i64Of(node.annotations) ?? context.i64);
  warnOfOverruled(context, scope, node.annotations, type);
  checkType(context, scope, node, type, role);
  if (node.value) checkDefault(context, scope, node, role);
  const requiredness = requirednessOf(context, scope, node, role);
  const annotations = annotationsOf(node.annotations);
  return { node, scope, field: field(id, node.name.text, type, { requiredness, annotations }), hasId };
}

/** Whether a default counts as set, and is sent, is not the same in all languages. */
function checkDefault({ diagnostics }: LinkContext, scope: Scope, node: FieldNode, role: MemberRole): void {
  const isOptional = node.requiredness === "optional" && role === "struct";
  const isAllowed = findStructured(node.structured, scope, "thrift.AllowUnsafeOptionalCustomDefaultValue");
  if ((!isOptional || isAllowed) && role !== "exception" && role !== "throws") return;
  const what =
    role === "throws" ? "a declared exception" : isOptional ? "an optional field" : "a field of an exception";
  const message = `expected ${what} without a default, got one for ${quote(node.name.text)}`;
  diagnostics.warn(scope.site(node.name), "default", message);
}

function checkType(context: LinkContext, scope: Scope, node: FieldNode, type: Type, role: MemberRole): void {
  const { diagnostics } = context;
  const isException = type.kind === "exception";
  if (role === "throws" && !isException && type !== broken) {
    diagnostics.error(scope.site(node.type), "wrong_kind", `expected an exception, got ${typeName(type)}`);
  }
  // fbthrift's own files have fields of exceptions; as arguments it refuses them.
  const isUsual = context.dialect === "fbthrift" && role !== "arguments";
  if (role !== "throws" && isException && !isUsual) {
    diagnostics.warn(
      scope.site(node.type),
      "wrong_kind",
      `expected a type other than an exception, got the exception ${type.name}`,
    );
  }
}

function requirednessOf(context: LinkContext, scope: Scope, node: FieldNode, role: MemberRole): Requiredness {
  const { diagnostics } = context;
  const { requiredness, name } = node;
  const isMember = role === "union" || role === "throws";
  const isIgnored = isMember ? requiredness === "required" : role === "arguments" && requiredness === "optional";
  if (context.dialect === "fbthrift" && requiredness !== "default") warnOfFbthrift(context, scope, node, role);
  if (isIgnored) {
    const reason = isMember
      ? `each of a ${role === "union" ? "union" : "throws list"} is optional`
      : "arguments are not";
    diagnostics.warn(scope.site(name), "ignored", `expected ${quote(name.text)} without "${requiredness}": ${reason}`);
  }
  return isMember ? "optional" : isIgnored ? "default" : requiredness;
}

function warnOfFbthrift({ diagnostics }: LinkContext, scope: Scope, node: FieldNode, role: MemberRole): void {
  const { requiredness, name } = node;
  const site = scope.site(name);
  const isRequired = requiredness === "required" && (role === "struct" || role === "exception");
  if (isRequired) {
    const message = `expected ${quote(name.text)} without "required", which fbthrift deprecates: it can never be removed`;
    diagnostics.warn(site, "deprecated", message);
  } else if (role === "union") {
    const message = `expected ${quote(name.text)} without "${requiredness}", which fbthrift refuses in a union`;
    diagnostics.warn(site, "dialect", message);
  }
}

function duplicateId(
  { diagnostics }: LinkContext,
  scope: Scope,
  node: FieldNode,
  other: Member,
  role: MemberRole,
): void {
  const { id, name } = other.field;
  const message = `expected different ids of ${nouns[role]}, got ${id} for ${quote(name)} and ${quote(node.name.text)}`;
  const related = { site: scope.site(other.node), message: "the other is here" };
  diagnostics.error(scope.site(node), "duplicate", message, { related });
}
