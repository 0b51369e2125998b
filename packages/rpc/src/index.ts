/**
 * Typed Thrift clients and servers over a `Handler`: what turns methods into calls and calls into methods, and the
 * filters and channels that go between. Knows no protocol, no dialect and no transport.
 */
export { balanced } from "./balanced.ts";
export { bearer, requireIdentity } from "./bearer.ts";
export type { BackoffOptions } from "./backoff.ts";
export type { CallOptions, SinkOptions } from "./call-options.ts";
export { type ClientOptions, createClient } from "./client.ts";
export type {
  Client,
  Closable,
  InteractionClient,
  InteractionPromise,
  LooseClient,
  LooseMethod,
} from "./client-types.ts";
export type { Context } from "./context.ts";
export type { Implementation, InteractionHandler, LooseImplementation } from "./handler-types.ts";
export { implement, type ImplementOptions, type ServiceHandler } from "./implement.ts";
export { limit } from "./limit.ts";
export { local, type LocalOptions } from "./local.ts";
export { log, type LogEntry } from "./log.ts";
export { reconnecting, type ReconnectingOptions } from "./reconnecting.ts";
export { retry, type RetryOptions } from "./retry.ts";
export { serve, serveNamed } from "./serve.ts";
export type { ConstructorSignature, Signature } from "./signatures.ts";
export { whenEnded } from "./when-ended.ts";
