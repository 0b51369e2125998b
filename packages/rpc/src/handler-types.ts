import type { Context } from "./context.ts";
import type { ConstructorSignature, Signature } from "./signatures.ts";

/**
 * What implements a service, as an object or an instance of a class: one method for each of the IDL's, and one for each
 * interaction that begins without a call of its own, which makes its object.
 */
export type Implementation<S = unknown> = unknown extends S ? LooseImplementation : TypedImplementation<S>;

type TypedImplementation<S> = {
  readonly [M in keyof S]: S[M] extends ConstructorSignature
    ? HandlerConstructor<S[M]["creates"]>
    : S[M] extends Signature
      ? HandlerMethod<S[M]>
      : never;
};

/** It has no arguments; its context is that of the interaction's first call. */
type HandlerConstructor<I> = (args: object, context: Context) => MaybePromise<InteractionHandler<I>>;

/**
 * An implementation without generated types, which may be any object: its methods are checked for being there, and
 * nothing else. Of an object literal, arguments are known to be something.
 */
export type LooseImplementation = object | { readonly [method: string]: LooseFunction };

type LooseFunction = (args: Readonly<Record<string, unknown>>, context: Context<unknown, Error>) => unknown;

type HandlerMethod<M extends Signature> = (
  args: HandlerArgs<M>,
  context: HandlerContext<M>,
) => MaybePromise<HandlerResult<M>>;

/** As they were given, with the defaults of those that were not. */
type HandlerArgs<M extends Signature> = M extends { readonly defaults: infer Names extends string }
  ? { [N in keyof M["args"] as N extends Names ? never : N]: M["args"][N] } & {
      [N in keyof M["args"] as N extends Names ? N : never]-?: Exclude<M["args"][N], undefined>;
    }
  : M["args"];

type HandlerContext<M extends Signature> = M extends { readonly kind: "sink" | "bidi" }
  ? Context<M["sink"], Throws<M>>
  : Context<never, Throws<M>>;

/** All that a handler may throw, each in the part of its answer that declares it. */
type Throws<M extends Signature> =
  | (M extends { readonly throws: infer E } ? E : never)
  | (M extends { readonly streamThrows: infer E } ? E : never)
  | (M extends { readonly finalThrows: infer E } ? E : never);

type MaybePromise<T> = T | Promise<T>;

type HandlerResult<M extends Signature> = M extends { readonly creates: object }
  ? M["kind"] extends "call"
    ? Created<InteractionHandler<M["creates"]>, M["returns"]>
    : readonly [InteractionHandler<M["creates"]>, PlainResult<M, MaybePromise<M["final"]>>]
  : PlainResult<M, M["final"]>;

/** A server object alone, or before the first response. */
type Created<Handler, Response> = [Response] extends [undefined] ? Handler : readonly [Handler, Response];

type PlainResult<M extends Signature, Final> = M extends { readonly kind: "oneway" }
  ? void
  : M extends { readonly kind: "stream" | "bidi" }
    ? Answer<M["returns"], AsyncIterable<M["stream"]>, "stream">
    : M extends { readonly kind: "sink" }
      ? Answer<M["returns"], Final, "final">
      : [M["returns"]] extends [undefined]
        ? void
        : M["returns"];

type Answer<Response, Many, Name extends "stream" | "final"> = [Response] extends [undefined]
  ? Many
  : { readonly response: Response } & { readonly [N in Name]: N extends "final" ? MaybePromise<Many> : Many };

/** A server object. Its `onTermination(reason)`, or else its `Symbol.asyncDispose`, is called once, at its end. */
export type InteractionHandler<S = unknown> = Implementation<S>;
