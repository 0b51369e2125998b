import type { LinkContext } from "./link-context.ts";
import { quote } from "./quote.ts";
import type { Scope } from "./scope.ts";
import type { FieldNode } from "./tree.ts";

const least = -32_768;
const most = 32_767;

/** Gives out the ids of a list of fields, one after the other; `undefined` for one out of range, which has been told. */
export function fieldIds(context: LinkContext, scope: Scope): (node: FieldNode) => number | undefined {
  const nextId = context.fieldIds === "apache" ? apacheIds(context, scope) : writtenIds(context, scope);
  return (node) => {
    const id = nextId(node);
    if (id === undefined || (id >= least && id <= most)) return id;
    const got = node.id?.raw ?? (id < 0 ? `${-id} fields without an id` : String(id));
    wrong(context, scope, node, `expected a field id up to ${most}, got ${quote(got)}`);
    return undefined;
  };
}

/** As Apache's compiler does it: -1, -2, … for fields without an id, or with one that is not positive. */
function apacheIds({ diagnostics }: LinkContext, scope: Scope): (node: FieldNode) => number {
  let implicit = 0;
  let isTold = false;
  return ({ id: node, name }) => {
    const written = node?.value ?? 0n;
    if (written > 0n) return Number(written);
    implicit--;
    const message = `expected a field id from 1 to ${most}, got ${quote(node?.raw ?? "")}, for which ${implicit} is taken`;
    if (node) diagnostics.warn(scope.site(node), "ignored", message);
    else if (!isTold) diagnostics.warn(scope.site(name), "field_id", `expected an id, got none: ${implicit} is taken`);
    isTold ||= !node;
    return implicit;
  };
}

/** As written, and without an id the one before and one more, unless all must be written. */
function writtenIds(context: LinkContext, scope: Scope): (node: FieldNode) => number {
  let last = 0;
  return (node) => {
    const id = node.id ? Number(node.id.value) : last + 1;
    last = id;
    if (context.fieldIds === "explicit" && (!node.id || id === 0)) notExplicit(context, scope, node);
    else if (node.id && id <= 0) warnOfId(context, scope, node);
    return id;
  };
}

function notExplicit(context: LinkContext, scope: Scope, node: FieldNode): void {
  const got = node.id ? `${quote(node.id.raw)} for ${quote(node.name.text)}` : `${quote(node.name.text)} without one`;
  wrong(context, scope, node, `expected an id for each field, from 1 to ${most}, got ${got}`);
}

function warnOfId({ diagnostics }: LinkContext, scope: Scope, node: FieldNode): void {
  const message = `expected a field id from 1 to ${most}, got ${quote(node.id?.raw ?? "")}, which other compilers number anew`;
  diagnostics.warn(scope.site(node.id ?? node), "field_id", message);
}

function wrong({ diagnostics }: LinkContext, scope: Scope, node: FieldNode, message: string): void {
  diagnostics.error(scope.site(node.id ?? node), "field_id", message);
}
