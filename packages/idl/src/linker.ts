import type { Field, Fieldset } from "@seapink/schema";
import type { LinkContext } from "./link-context.ts";
import { type Member, type MemberRole, membersOf } from "./members.ts";
import type { Declaration, Scope } from "./scope.ts";
import type { FieldNode, StructNode } from "./tree.ts";
import { Types } from "./types.ts";
import { Values } from "./values.ts";

/** Ties types, fields and values together, which need each other: a struct's defaults may be structs. */
export class Linker {
  readonly context: LinkContext;
  readonly types: Types;
  readonly values: Values;
  readonly #members: Map<StructNode, ReadonlyMap<string, Member>> = new Map();

  constructor(context: LinkContext) {
    this.context = context;
    this.types = new Types(context, (declaration) => this.withDefaults(this.members(declaration)));
    const membersOf = (type: Fieldset): ReadonlyMap<string, Member> => this.members(this.types.declarationOf(type));
    this.values = new Values(context, this.types, membersOf);
  }

  members({ node, scope }: Declaration<StructNode>): ReadonlyMap<string, Member> {
    const known = this.#members.get(node);
    if (known) return known;
    const members = membersOf(this.context, this.types, scope, node.fields, node.kind);
    this.#members.set(node, members);
    return members;
  }

  /** The fields of a list that is not a struct's: arguments, or exceptions. */
  fields(nodes: readonly FieldNode[], scope: Scope, role: MemberRole): readonly Field[] {
    return this.withDefaults(membersOf(this.context, this.types, scope, nodes, role));
  }

  withDefaults(members: ReadonlyMap<string, Member>): readonly Field[] {
    const fields: Field[] = [];
    for (const member of members.values()) {
      if (!member.hasId) continue;
      fields.push(member.node.value ? { ...member.field, default: this.values.default(member) } : member.field);
    }
    return fields;
  }
}
