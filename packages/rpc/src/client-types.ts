import type { CallOptions, SinkOptions } from "./call-options.ts";
import type { ConstructorSignature, Signature } from "./signatures.ts";

/** A typed face of a service. Each method takes its arguments as one object. */
export type Client<S = unknown> = unknown extends S ? LooseClient : TypedClient<S>;

type TypedClient<S> = {
  readonly [M in keyof S]: S[M] extends ConstructorSignature
    ? () => InteractionClient<S[M]["creates"]>
    : S[M] extends Signature
      ? ClientMethod<S[M]>
      : never;
};

/**
 * A client without generated types. What begins an interaction without a call of its own gives the handle at once, which
 * may be awaited, too.
 */
export interface LooseClient {
  readonly [method: string]: LooseMethod;
}

export type LooseMethod = (
  args?: Readonly<Record<string, unknown>>,
  options?: CallOptions & Partial<SinkOptions<unknown>>,
) => InteractionPromise<unknown>;

type ClientMethod<M extends Signature> = M extends { readonly creates: object }
  ? (...call: Parameters<M>) => InteractionPromise<Created<M["creates"], M>, InteractionClient<M["creates"]>>
  : (...call: Parameters<M>) => Promise<ClientResult<M>>;

type Parameters<M extends Signature> = M extends { readonly kind: "sink" | "bidi" }
  ? readonly [args: M["args"], options: SinkOptions<M["sink"]>]
  : CallParameters<M["args"]>;

/** Arguments of which none is required may be left out. */
type CallParameters<Args> =
  // oxlint-disable-next-line typescript/no-generated-empty-object-type -- it is meant: `object` may have any properties
  Record<never, never> extends Args
    ? readonly [args?: Args, options?: CallOptions]
    : readonly [args: Args, options?: CallOptions];

type ClientResult<M extends Signature> = M extends { readonly kind: "oneway" }
  ? void
  : M extends { readonly kind: "stream" | "bidi" }
    ? WithResponse<M["returns"], AsyncIterable<M["stream"]>, "stream">
    : M extends { readonly kind: "sink" }
      ? WithResponse<M["returns"], M["final"], "final">
      : M["returns"];

/** Alone, or beside the first response where there is one. A final response is then a promise of its own. */
type WithResponse<Response, Many, Name extends "stream" | "final"> = [Response] extends [undefined]
  ? Many
  : { readonly response: Response } & { readonly [N in Name]: N extends "final" ? Promise<Many> : Many };

/** The handle alone, or before whatever else is answered; what ends a sink is then a promise of its own. */
type Created<I, M extends Signature> = M extends { readonly kind: "call" }
  ? [M["returns"]] extends [undefined]
    ? InteractionClient<I>
    : readonly [InteractionClient<I>, M["returns"]]
  : readonly [
      InteractionClient<I>,
      M extends { readonly kind: "sink"; readonly returns: undefined } ? Promise<M["final"]> : ClientResult<M>,
    ];

/** A handle of an interaction: its methods, and its end. `close` is the IDL's where that has such a method. */
export type InteractionClient<S = unknown> = Client<S> & ("close" extends keyof S ? AsyncDisposable : Closable);

export interface Closable extends AsyncDisposable {
  /** Ends the interaction on the server. Closing twice is closing once. */
  close(): Promise<void>;
}

/** The promise of an interaction; its handle may be called before the server has answered. */
export interface InteractionPromise<T, Handle = InteractionClient> extends Promise<T> {
  /** Calls on it are sent at once, behind the one that creates it, and fail if that one does. */
  readonly handle: Handle;
}
