import { fileURLToPath } from "node:url";
import { describeValue } from "@seapink/core";
import type { Program } from "@seapink/idl";
import type { Context } from "@seapink/rpc";
import { nearHint } from "@seapink/schema/internal";
import { UsageError } from "../usage-error.ts";
import { membersOf, type MethodOwner, ownersOf } from "./method-owner.ts";

/** Answers a method. */
export type Answer = (args: unknown, context: Context<unknown, Error>) => unknown;

/** What a script has to say. */
export interface Script {
  /** The function for a method of a service, of one that it extends, or of an interaction. */
  find(owner: MethodOwner, method: string): Answer | undefined;
  /** Where it is from, for the lines of its errors. */
  readonly href?: string | undefined;
}

export const noScript: Script = { find: () => undefined };

/**
 * Reads what a script exports: objects with the names of services and interactions, whose functions have the names of
 * methods; or such functions alone, where the name says which method is meant.
 * @throws UsageError for names that are none
 */
export function scriptOf(exported: unknown, program: Program, href?: string): Script {
  if (typeof exported !== "object" || exported === null)
    throw new UsageError(`expected an object with functions by the names of methods, got ${describeValue(exported)}`);
  const owners = ownersOf(program);
  const sections = new Map<string, object>();
  const alone = new Map<unknown, Answer>();
  for (const [name, value] of Object.entries(exported)) {
    if (typeof value === "function") alone.set(memberOf(name, owners), functionOf(exported, name) as Answer);
    else sections.set(name, sectionOf(name, value, owners));
  }
  return {
    find: (owner, method) => inSections(sections, owner, method) ?? alone.get(membersOf(owner).get(method)),
    href,
  };
}

function inSections(sections: ReadonlyMap<string, object>, owner: MethodOwner, method: string): Answer | undefined {
  for (let at: MethodOwner | undefined = owner; at !== undefined; at = at.kind === "service" ? at.extends : undefined) {
    const found = functionOf(sections.get(at.name), method);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What a function means that stands alone. */
function memberOf(name: string, owners: ReadonlyMap<string, MethodOwner>): unknown {
  const having = [...owners.values()].filter((owner) => membersOf(owner).has(name));
  const meanings = new Set(having.map((owner) => membersOf(owner).get(name)));
  const [meaning] = meanings;
  if (meanings.size === 1 && meaning !== "end") return meaning;
  if (having.length > 0) {
    const places = having.map((owner) => `in ${owner.name}`).join(" or ");
    throw new UsageError(`expected ${name} ${places}, got it alone`);
  }
  throw unknown(name, "a service or method of the file", [...owners.values()].flatMap(ownerNames));
}

function sectionOf(name: string, section: unknown, owners: ReadonlyMap<string, MethodOwner>): object {
  const owner = owners.get(name);
  if (owner === undefined)
    throw unknown(name, "a service or method of the file", [...owners.values()].flatMap(ownerNames));
  if (typeof section !== "object" || section === null)
    throw new UsageError(`${name}: expected an object with its methods, got ${describeValue(section)}`);
  const members = membersOf(owner);
  for (const [key, value] of Object.entries(section)) {
    if (members.has(key) && typeof value !== "function")
      throw new UsageError(`${name}.${key}: expected a function, got ${describeValue(value)}`);
  }
  for (const key of functionNames(section))
    if (!members.has(key)) throw unknown(`${name}.${key}`, `a method of ${name}`, members.keys(), key);
  return section;
}

function ownerNames(owner: MethodOwner): readonly string[] {
  return [owner.name, ...membersOf(owner).keys()];
}

function unknown(got: string, expected: string, names: Iterable<string>, name = got): UsageError {
  const known = [...new Set(names)];
  const hint = nearHint(name, known) || `: ${known.join(", ")}`;
  return new UsageError(`expected ${expected}, got ${got}${hint}`);
}

/** The functions that an object has, of itself and of its class, by name; not those that every object has. */
function functionNames(object: object): readonly string[] {
  const names = new Set<string>();
  for (const at of chainOf(object))
    for (const name of Object.getOwnPropertyNames(at)) if (functionOf(object, name) !== undefined) names.add(name);
  return [...names];
}

/** One of them, bound to its object. */
export function functionOf(object: object | undefined, name: PropertyKey): Answer | undefined {
  if (object === undefined) return undefined;
  const owner = chainOf(object).find((at) => Object.hasOwn(at, name));
  if (owner === undefined || (name === "constructor" && owner !== object)) return undefined;
  const value: unknown = Reflect.get(owner, name, object);
  return typeof value === "function" ? (...call) => Reflect.apply(value, object, call) as unknown : undefined;
}

function chainOf(object: object): readonly object[] {
  const chain: object[] = [];
  for (
    let at = object as object | null;
    at !== null && at !== Object.prototype;
    at = Object.getPrototypeOf(at) as object | null
  )
    chain.push(at);
  return chain;
}

/** What went wrong in a script, and where: `Error: no such key (line 12)`. */
export function explained(error: unknown, href?: string): string {
  if (!(error instanceof Error)) return String(error);
  const line = href === undefined ? undefined : lineOf(error.stack ?? "", href);
  // Of an exception of the IDL, an own name is a field.
  const name = Object.hasOwn(error, "name") ? error.constructor.name : error.name;
  const what = error.message === "" || error.message === name ? name : `${name}: ${error.message}`;
  return line === undefined ? what : `${what} (line ${line})`;
}

/** The first that the stack names: by its path, for what is no ES module. */
function lineOf(stack: string, href: string): string | undefined {
  for (const name of [href, fileURLToPath(href)]) {
    const at = stack.indexOf(`${name}:`);
    if (at !== -1) return /^\d+/.exec(stack.slice(at + name.length + 1))?.[0];
  }
  return undefined;
}
