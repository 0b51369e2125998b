import type { Context } from "./context.ts";
import type { Signature } from "./signatures.ts";

/** What implements a service: one method for each of the IDL's, as an object or an instance of a class. */
export type Implementation<S = unknown> = unknown extends S ? LooseImplementation : TypedImplementation<S>;

type TypedImplementation<S> = { readonly [M in keyof S]: S[M] extends Signature ? HandlerMethod<S[M]> : never };

/**
 * An implementation without generated types, which may be any object: its methods are checked for being there, and
 * nothing else. Of an object literal, arguments are known to be something.
 */
export type LooseImplementation = object | { readonly [method: string]: LooseFunction };

type LooseFunction = (args: Readonly<Record<string, unknown>>, context: Context<unknown>) => unknown;

type HandlerMethod<M extends Signature> = (
  args: M["args"],
  context: HandlerContext<M>,
) => MaybePromise<HandlerResult<M>>;

type HandlerContext<M extends Signature> = M extends { readonly kind: "sink" | "bidi" } ? Context<M["sink"]> : Context;

type MaybePromise<T> = T | Promise<T>;

type HandlerResult<M extends Signature> = M extends { readonly kind: "oneway" }
  ? void
  : M extends { readonly kind: "stream" | "bidi" }
    ? Answer<M["returns"], AsyncIterable<M["stream"]>, "stream">
    : M extends { readonly kind: "sink" }
      ? Answer<M["returns"], M["final"], "final">
      : M extends { readonly creates: infer I }
        ? [M["returns"]] extends [undefined]
          ? InteractionHandler<I>
          : readonly [InteractionHandler<I>, M["returns"]]
        : [M["returns"]] extends [undefined]
          ? void
          : M["returns"];

type Answer<Response, Many, Name extends "stream" | "final"> = [Response] extends [undefined]
  ? Many
  : { readonly response: Response } & { readonly [N in Name]: N extends "final" ? MaybePromise<Many> : Many };

/** A server object. Its `onTermination(reason)`, or else its `Symbol.asyncDispose`, is called once, at its end. */
export type InteractionHandler<S = unknown> = Implementation<S>;
