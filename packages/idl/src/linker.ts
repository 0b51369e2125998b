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
  readonly #members: Map<StructNode, readonly Member[]> = new Map();
  readonly #membersByName: Map<Fieldset, ReadonlyMap<string, Member>> = new Map();

  constructor(context: LinkContext) {
    this.context = context;
    this.types = new Types(context, (declaration) => this.withDefaults(this.members(declaration)));
    this.values = new Values(context, this.types, (type) => this.#byName(type));
  }

  // Only constants ask for them so.
  #byName(type: Fieldset): ReadonlyMap<string, Member> {
    const known = this.#membersByName.get(type);
    if (known) return known;
    const members = this.members(this.types.declarationOf(type));
    const byName = new Map(members.map((member) => [member.field.name, member]));
    this.#membersByName.set(type, byName);
    return byName;
  }

  members({ node, scope }: Declaration<StructNode>): readonly Member[] {
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

  withDefaults(members: readonly Member[]): readonly Field[] {
    const known = members.every((member) => member.hasId) ? members : members.filter((member) => member.hasId);
    return known.map((member) =>
      member.node.value ? { ...member.field, default: this.values.default(member) } : member.field,
    );
  }
}
