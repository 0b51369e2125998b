import type { Program } from "@seapink/idl";
import type { InteractionType, Method, ServiceType } from "@seapink/schema";
import { constructorName } from "@seapink/schema/internal";

/** Whose methods are answered. */
export type MethodOwner = ServiceType | InteractionType;

/** What a function of an owner may stand for: a method, the beginning of an interaction, or the end of one. */
type Member = Method | InteractionType | "end";

/** Called by `rpc` with the reason. */
export const endName = "onTermination";

/** By the names that functions have. */
export function membersOf(owner: MethodOwner): ReadonlyMap<string, Member> {
  const members = new Map<string, Member>(owner.methods);
  if (owner.kind === "interaction") return members.set(endName, "end");
  for (const type of owner.performs) members.set(constructorName(type), type);
  return members;
}

/** By name: the services of a program, those that they extend, and the interactions that they create. */
export function ownersOf({ services }: Program): ReadonlyMap<string, MethodOwner> {
  const owners = new Set<MethodOwner>(services.values());
  // What is added on the way is visited, too.
  for (const owner of owners) for (const other of othersOf(owner)) owners.add(other);
  const byName = new Map<string, MethodOwner>();
  for (const owner of owners) if (!byName.has(owner.name)) byName.set(owner.name, owner);
  return byName;
}

function* othersOf(owner: MethodOwner): Iterable<MethodOwner> {
  for (const { creates } of owner.methods.values()) if (creates !== undefined) yield creates;
  if (owner.kind === "interaction") return;
  yield* owner.performs;
  if (owner.extends !== undefined) yield owner.extends;
}
