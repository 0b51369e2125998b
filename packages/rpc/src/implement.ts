import { ApplicationError, type Filter, type Handler, type Limits, limits, report } from "@seapink/core";
import type { ServiceType } from "@seapink/schema";
import { compose } from "./compose.ts";
import type { Implementation } from "./handler-types.ts";
import { Interactions } from "./interactions.ts";
import { serverMethods } from "./server-methods.ts";

export interface ImplementOptions {
  /** The first is the outermost. */
  readonly filters?: readonly Filter[];
  /** What may be read of a call, and how many interactions a connection may have. */
  readonly limits?: Partial<Limits>;
  /** Told what a server object threw when it was ended; by default it goes to the console. */
  readonly onError?: (error: unknown) => void;
}

/** A handler that knows which service it is, so that several can be served together. */
export interface ServiceHandler extends Handler {
  readonly service: ServiceType;
}

/**
 * A service as a handler. A method's declared exceptions and `ApplicationError` reach the caller; whatever else it
 * throws stays here, and the caller learns that there was an internal error.
 * @throws TypeError naming each method that the implementation lacks.
 */
export function implement<S>(
  service: ServiceType<S>,
  implementation: Implementation<S>,
  options: ImplementOptions = {},
): ServiceHandler {
  const { filters = [], onError = report } = options;
  const bounds = limits(options.limits);
  const methods = serverMethods(service, implementation, bounds);
  const interactions = new Interactions(bounds, onError);
  const inner = compose(filters, (call) => {
    const method = methods.get(call.method);
    if (method === undefined) return Promise.reject(unknownMethod(service.name, call.method));
    return method.answer(call, interactions.tileOf(call));
  });
  const handler: Handler = (call) =>
    call.interaction === undefined ? inner(call) : interactions.run(call, methods.get(call.method), inner);
  return Object.assign(handler, { service });
}

function unknownMethod(service: string, method: string): ApplicationError {
  return new ApplicationError("unknown_method", `${service} has no method ${JSON.stringify(method.slice(0, 100))}`);
}
