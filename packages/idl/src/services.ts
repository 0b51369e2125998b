import { interaction, type InteractionType, service, type ServiceType } from "@seapink/schema";
import { annotationsOfDefinition } from "./annotations-of.ts";
import { findOfKind } from "./find-of-kind.ts";
import { warnOfLater } from "./later.ts";
import type { Linker } from "./linker.ts";
import { Methods } from "./methods.ts";
import { chain } from "./quote.ts";
import { type Declaration, duplicate, type Scope } from "./scope.ts";
import { findStructured } from "./structured-name.ts";
import type { FunctionNode, InteractionNode, NameNode, ServiceNode } from "./tree.ts";

interface Named {
  readonly item: FunctionNode;
  readonly scope: Scope;
}

/** What services and interactions mean: descriptors, one for each definition. */
export class Services {
  readonly #linker: Linker;
  readonly #methods: Methods;
  readonly #services: Map<ServiceNode, ServiceType> = new Map();
  readonly #interactions: Map<InteractionNode, InteractionType> = new Map();
  readonly #names: Map<ServiceNode | InteractionNode, ReadonlyMap<string, Named>> = new Map();
  #methodCount = 0;
  /** Those on a cycle that has been told. */
  readonly #cyclic: Set<ServiceNode> = new Set();

  constructor(linker: Linker) {
    this.#linker = linker;
    this.#methods = new Methods(linker, (declaration) => this.interaction(declaration));
  }

  /** Only when all services have been checked. */
  service(declaration: Declaration<ServiceNode>): ServiceType {
    const { node, scope } = declaration;
    const known = this.#services.get(node);
    if (known) return known;
    const methods = node.functions.map((item) => this.#methods.describe(item, scope));
    const parent = this.#parent(declaration);
    const options = { performs: this.#performs(declaration), annotations: annotationsOfDefinition(node, scope) };
    const made = service(node.name.text, methods, parent ? { ...options, extends: this.service(parent) } : options);
    this.#services.set(node, made);
    return made;
  }

  interaction(declaration: Declaration<InteractionNode>): InteractionType {
    const { node, scope } = declaration;
    const known = this.#interactions.get(node);
    if (known) return known;
    const name = node.name.text;
    const methods = Array.from(this.#namesOf(declaration).values(), ({ item }) =>
      this.#methods.describe(item, scope, name),
    );
    const serial = findStructured(node.structured, scope, "thrift.Serial") !== undefined;
    const made = interaction(name, methods, { serial, annotations: annotationsOfDefinition(node, scope) });
    this.#interactions.set(node, made);
    return made;
  }

  check(declaration: Declaration<ServiceNode>): void {
    const { node, scope } = declaration;
    const own = this.#namesOf(declaration);
    const above = this.#ancestors(declaration).map((parent) => this.#namesOf(parent));
    for (const { item } of own.values()) this.#checkInherited(item, scope, above);
    for (const item of node.functions) this.#methods.describe(item, scope);
    this.#performs(declaration);
    this.#count(declaration, [own, ...above]);
  }

  // A descriptor has the inherited methods too, so that a small text may ask for many.
  #count({ node, scope }: Declaration<ServiceNode>, all: readonly ReadonlyMap<string, Named>[]): void {
    for (const { size } of all) this.#methodCount += size;
    const { diagnostics, limits } = this.#linker.context;
    if (this.#methodCount <= limits.maxMethods) return;
    const message = `expected at most ${limits.maxMethods} methods in all services, got more by way of those they extend`;
    diagnostics.error(scope.site(node.name), "limit", message);
  }

  #checkInherited(item: FunctionNode, scope: Scope, above: readonly ReadonlyMap<string, Named>[]): void {
    const other = above.find((names) => names.has(item.name.text))?.get(item.name.text);
    const { diagnostics } = this.#linker.context;
    if (other) duplicate(diagnostics, scope, item.name, other.item.name, "different names of methods", other.scope);
  }

  /** The methods that a definition has itself; of two that share a name the first. */
  #namesOf({ node, scope }: Declaration<ServiceNode | InteractionNode>): ReadonlyMap<string, Named> {
    const known = this.#names.get(node);
    if (known) return known;
    const { diagnostics } = this.#linker.context;
    const names = new Map<string, Named>();
    this.#names.set(node, names);
    for (const item of node.functions) {
      const other = names.get(item.name.text);
      if (!other) names.set(item.name.text, { item, scope });
      else duplicate(diagnostics, scope, item.name, other.item.name, "different names of methods");
    }
    return names;
  }

  #parent({ node, scope }: Declaration<ServiceNode>): Declaration<ServiceNode> | undefined {
    const found = node.extends && findOfKind(this.#linker.context, scope, node.extends, "service");
    if (node.extends) warnOfLater(this.#linker.context, scope, node.extends, found);
    return found;
  }

  /** The services that this one extends, the nearest first. */
  #ancestors(declaration: Declaration<ServiceNode>): Declaration<ServiceNode>[] {
    const { maxDepth } = this.#linker.context.limits;
    const path = [declaration];
    for (let parent = this.#parent(declaration); parent; parent = this.#parent(parent)) {
      const { node } = parent;
      if (node === declaration.node) this.#cycle(path);
      if (path.length >= maxDepth) this.#tooMany(declaration);
      if (path.length >= maxDepth || path.some((other) => other.node === node)) return [];
      path.push(parent);
    }
    return path.slice(1);
  }

  #cycle(path: readonly Declaration<ServiceNode>[]): void {
    const [{ node, scope }] = path as readonly [Declaration<ServiceNode>];
    const isTold = this.#cyclic.has(node);
    for (const { node } of path) this.#cyclic.add(node);
    const message = `expected a service to extend another, got the cycle ${chain(path.map((d) => d.node.name.text))}`;
    if (!isTold) this.#linker.context.diagnostics.error(scope.site(node.name), "cycle", message);
  }

  #tooMany({ node, scope }: Declaration<ServiceNode>): void {
    const { diagnostics, limits } = this.#linker.context;
    const message = `expected at most ${limits.maxDepth} services that extend each other, got more`;
    diagnostics.error(scope.site(node.name), "limit", message);
  }

  #performs({ node, scope }: Declaration<ServiceNode>): InteractionType[] {
    const { context } = this.#linker;
    const byName = new Map<string, NameNode>();
    for (const { interaction: name } of node.performs) {
      const other = byName.get(name.text);
      if (other) duplicate(context.diagnostics, scope, name, other, "different interactions");
      byName.set(name.text, name);
    }
    const found = node.performs.map((item) => findOfKind(context, scope, item.interaction, "interaction"));
    return found.filter((item) => item !== undefined).map((item) => this.interaction(item));
  }
}
