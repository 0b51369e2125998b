import { type Field, type InteractionType, method, type Method, type MethodKind, type Type } from "@seapink/schema";
import { annotationsOf } from "./annotations-of.ts";
import type { DiagnosticCode } from "./diagnostic.ts";
import { isOfKind } from "./find-of-kind.ts";
import { warnOfLater } from "./later.ts";
import type { Linker } from "./linker.ts";
import { quote } from "./quote.ts";
import type { Declaration, Scope } from "./scope.ts";
import { checkStreaming } from "./streaming-mode.ts";
import type { FieldNode, FunctionNode, InteractionNode, SinkNode, Span, StreamNode, TypeNode } from "./tree.ts";

interface Answer {
  readonly creates?: InteractionType;
  readonly returns?: Type;
}

interface ItemsOf {
  readonly of: Type;
  readonly throws: readonly Field[];
}

/** What methods mean: descriptors of every struct that they send. */
export class Methods {
  readonly #linker: Linker;
  readonly #interactionOf: (declaration: Declaration<InteractionNode>) => InteractionType;
  readonly #known: Map<FunctionNode, Method> = new Map();

  constructor(linker: Linker, interactionOf: (declaration: Declaration<InteractionNode>) => InteractionType) {
    this.#linker = linker;
    this.#interactionOf = interactionOf;
  }

  /** @param owner the interaction that the method belongs to, if it does to one */
  describe(node: FunctionNode, scope: Scope, owner?: string): Method {
    const known = this.#known.get(node);
    if (known) return known;
    if (node.qualifier === "oneway") this.#checkOneway(node, scope);
    checkStreaming(this.#linker.context, node, scope);
    const { creates, returns } = this.#answer(node, scope, owner);
    const options = {
      kind: kindOf(node),
      args: this.#linker.fields(node.params, scope, "arguments"),
      returns: node.qualifier === "oneway" ? undefined : returns,
      throws: this.#throws(node.throws, scope, returns !== undefined),
      stream: node.stream && this.#items(node.stream, scope),
      sink: node.sink && this.#sink(node.sink, scope, node.stream !== undefined),
      creates,
      annotations: annotationsOf(node.annotations),
    };
    const made = method(node.name.text, options);
    this.#known.set(node, made);
    return made;
  }

  /** An interaction stands left of the response, or alone. */
  #answer(node: FunctionNode, scope: Scope, owner: string | undefined): Answer {
    const [first, ...rest] = node.returns;
    const found = first?.kind === "named" ? scope.find(first.name) : undefined;
    if (!first || !found || !isOfKind(found, "interaction")) return this.#response(node.returns, scope);
    const response = this.#response(rest, scope);
    if (owner === undefined) return { ...response, creates: this.#interactionOf(found) };
    const got = `the interaction ${quote(found.node.name.text)} in ${quote(owner)}`;
    this.#error(scope, first, "wrong_kind", `expected no interaction to create another, got ${got}`);
    return response;
  }

  #response([first, second]: readonly TypeNode[], scope: Scope): Answer {
    if (first && second) {
      this.#error(scope, first, "wrong_kind", "expected an interaction left of the response, got another type");
    }
    return !first || first.kind === "void" ? {} : { returns: this.#linker.types.describe(first, scope) };
  }

  #checkOneway({ returns: [first], stream, sink, throws }: FunctionNode, scope: Scope): void {
    const items = sink ?? stream;
    if (items) this.#error(scope, items, "oneway", `expected a oneway method without a ${items.kind}, got one`);
    if (throws[0]) this.#error(scope, throws[0], "oneway", "expected a oneway method without exceptions, got one");
    if (!first || first.kind === "void") return;
    const { diagnostics, dialect = "apache" } = this.#linker.context;
    const message = "expected a oneway method to return void, got a type";
    if (dialect !== "apache") diagnostics.error(scope.site(first), "oneway", message);
    else diagnostics.warn(scope.site(first), "oneway", `${message}, which is left out`);
  }

  /** @param hasSuccess whether the result has a field of that name already */
  #throws(nodes: readonly FieldNode[], scope: Scope, hasSuccess: boolean): readonly Field[] {
    const fields = this.#linker.fields(nodes, scope, "throws");
    for (const { type } of nodes) {
      if (type.kind === "named") warnOfLater(this.#linker.context, scope, type, scope.find(type.name));
    }
    if (fields.length > 1) this.#warnOfSame(fields, nodes, scope);
    const zero = fields.find((field) => field.id === 0);
    if (zero) this.#refuseZero(zero, nodes, scope);
    const clash = nodes.find((node) => hasSuccess && node.name.text === "success");
    if (clash)
      this.#error(scope, clash.name, "duplicate", 'expected another name than "success", which the result has');
    return clash || zero ? fields.filter((field) => field !== zero && field.name !== clash?.name.text) : fields;
  }

  /** Apache's compiler gives it another id; where it is kept, nobody could tell it from what the method returns. */
  #refuseZero({ name }: Field, nodes: readonly FieldNode[], scope: Scope): void {
    const at = nodes.find((node) => node.name.text === name);
    const message = `expected another id than 0, which what a method returns has, got it for ${quote(name)}`;
    if (at) this.#error(scope, at.name, "field_id", message);
  }

  /** An exception that two fields declare is sent in the first. */
  #warnOfSame(fields: readonly Field[], nodes: readonly FieldNode[], scope: Scope): void {
    const known = new Map<Type, string>();
    for (const { type, name } of fields) {
      const other = known.get(type);
      known.set(type, name);
      if (other === undefined || type.kind !== "exception") continue;
      const at = nodes.find((node) => node.name.text === name);
      const message = `expected different exceptions, got that of ${quote(other)} for ${quote(name)} too`;
      if (at) this.#linker.context.diagnostics.warn(scope.site(at.type), "duplicate", message);
      return;
    }
  }

  #items({ of, throws }: StreamNode | SinkNode, scope: Scope): ItemsOf {
    return { of: this.#linker.types.describe(of, scope), throws: this.#throws(throws, scope, true) };
  }

  // With a stream in the other direction nothing else ends a sink.
  #sink(node: SinkNode, scope: Scope, isBidi: boolean): ItemsOf & { final: Type; finalThrows: readonly Field[] } {
    const items = this.#items(node, scope);
    if (!node.final && !isBidi) this.#error(scope, node, "syntax", "expected the type of the final response, got none");
    const final = node.final ? this.#linker.types.describe(node.final, scope) : items.of;
    return { ...items, final, finalThrows: this.#throws(node.finalThrows, scope, true) };
  }

  #error(scope: Scope, at: Span, code: DiagnosticCode, message: string): void {
    this.#linker.context.diagnostics.error(scope.site(at), code, message);
  }
}

function kindOf({ qualifier, stream, sink }: FunctionNode): MethodKind {
  if (qualifier === "oneway") return "oneway";
  return stream && sink ? "bidi" : stream ? "stream" : sink ? "sink" : "call";
}
