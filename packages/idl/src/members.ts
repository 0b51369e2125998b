import { type Field, field, type Requiredness, type Type } from "@seapink/schema";
import { annotationsOf, i64Of } from "./annotations-of.ts";
import { fieldIds } from "./field-ids.ts";
import type { LinkContext } from "./link-context.ts";
import { quote } from "./quote.ts";
import { duplicate, type Scope } from "./scope.ts";
import type { FieldNode } from "./tree.ts";
import { broken, typeName, type Types } from "./types.ts";

/** A field, still without its default. */
export interface Member {
  readonly node: FieldNode;
  readonly scope: Scope;
  readonly field: Field;
}

/** What a list of fields belongs to. */
export type MemberRole = "struct" | "union" | "exception" | "arguments" | "throws";

/** Fields by name, with ids and types; of two that clash, the first. */
export function membersOf(
  context: LinkContext,
  types: Types,
  scope: Scope,
  nodes: readonly FieldNode[],
  role: MemberRole,
): ReadonlyMap<string, Member> {
  const members = new Map<string, Member>();
  const byId = new Map<number, Member>();
  const nextId = fieldIds(context, scope);
  for (const node of nodes) {
    const id = nextId(node);
    if (id === undefined) continue;
    const member = memberOf(context, types, scope, node, id, role);
    const { name } = member.field;
    const same = byId.get(id);
    const other = same ?? members.get(name);
    if (same) duplicateId(context, scope, node, same);
    else if (other) duplicate(context.diagnostics, scope, node.name, other.node.name, "different names of fields");
    if (other) continue;
    members.set(name, member);
    byId.set(id, member);
  }
  return members;
}

function memberOf(
  context: LinkContext,
  types: Types,
  scope: Scope,
  node: FieldNode,
  id: number,
  role: MemberRole,
): Member {
  const type = types.describe(node.type, scope, i64Of(node.annotations) ?? context.i64);
  checkType(context, scope, node, type, role);
  const requiredness = requirednessOf(context, scope, node, role);
  const annotations = annotationsOf(node.annotations);
  return { node, scope, field: field(id, node.name.text, type, { requiredness, annotations }) };
}

function checkType({ diagnostics }: LinkContext, scope: Scope, node: FieldNode, type: Type, role: MemberRole): void {
  const site = scope.site(node.type);
  const isException = type.kind === "exception";
  if (role === "throws" && !isException && type !== broken) {
    diagnostics.error(site, "wrong_kind", `expected an exception, got ${typeName(type)}`);
  }
  if (role !== "throws" && isException) {
    diagnostics.warn(site, "wrong_kind", `expected a type other than an exception, got the exception ${type.name}`);
  }
}

function requirednessOf({ diagnostics }: LinkContext, scope: Scope, node: FieldNode, role: MemberRole): Requiredness {
  const { requiredness, name } = node;
  const isMember = role === "union" || role === "throws";
  const isIgnored = isMember ? requiredness === "required" : role === "arguments" && requiredness === "optional";
  if (isIgnored) {
    const reason = isMember
      ? `each of a ${role === "union" ? "union" : "throws list"} is optional`
      : "arguments are not";
    diagnostics.warn(scope.site(name), "ignored", `expected ${quote(name.text)} without "${requiredness}": ${reason}`);
  }
  return isMember ? "optional" : isIgnored ? "default" : requiredness;
}

function duplicateId({ diagnostics }: LinkContext, scope: Scope, node: FieldNode, other: Member): void {
  const { id, name } = other.field;
  const message = `expected different ids of fields, got ${id} for ${quote(name)} and ${quote(node.name.text)}`;
  const related = { site: scope.site(other.node), message: "the other is here" };
  diagnostics.error(scope.site(node), "duplicate", message, { related });
}
