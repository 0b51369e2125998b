import { type Call, type Filter, type Handler, type Limits, limits, report } from "@seapink/core";
import type { ServiceType } from "@seapink/schema";
import { checkImplementation, checkService } from "./check-arguments.ts";
import { compose } from "./compose.ts";
import type { Implementation } from "./handler-types.ts";
import { Interactions } from "./interactions.ts";
import { reporter } from "./reporter.ts";
import { ServiceMethods } from "./service-methods.ts";
import { serviceNames } from "./service-names.ts";
import { unknownMethod, unknownService } from "./unknown.ts";

export interface ImplementOptions {
  /** The first is the outermost. */
  readonly filters?: readonly Filter[];
  /** What may be read of a call, and how many interactions a connection may have. */
  readonly limits?: Partial<Limits>;
  /**
   * Told what nobody else is: what a server object threw when it was ended or made without a call of its own. By default
   * it goes to the console.
   */
  readonly onError?: (error: unknown) => void;
}

/** A handler that knows which service it is, so that several can be served together. */
export interface ServiceHandler extends Handler {
  readonly service: ServiceType;
}

/**
 * A service as a handler. A method's declared exceptions and `ApplicationError` reach the caller; whatever else it
 * throws stays here, and the caller learns that there was an internal error. A call that names another service than
 * this one, or one that it extends, is refused with `unknown_service`, even if there is a method of that name: what the
 * caller wants is not here. A call that names none is for this one.
 * @throws TypeError naming each method that the implementation lacks, or for what is no service or implementation.
 */
export function implement<S>(
  service: ServiceType<S>,
  implementation: Implementation<S>,
  options: ImplementOptions = {},
): ServiceHandler {
  checkService(service);
  checkImplementation(service.name, implementation);
  const { filters = [], onError = report } = options;
  const bounds = limits(options.limits);
  const methods = new ServiceMethods(service, implementation, bounds);
  const interactions = new Interactions(methods, bounds, reporter(onError));
  const names = new Set(serviceNames(service));
  const isOurs = ({ service: named }: Call): boolean => named === undefined || names.has(named);
  const filtered = compose(filters, (call) => {
    if (!isOurs(call)) return Promise.reject(unknownService([service.name], call.service ?? ""));
    if (call.interaction !== undefined) return interactions.answer(call);
    const method = methods.find(call.method);
    if (method === undefined) return Promise.reject(unknownMethod([service.name], call.method));
    return method.answer(call, undefined);
  });
  const handler: Handler = (call) =>
    call.interaction === undefined || !isOurs(call) ? filtered(call) : interactions.run(call, filtered);
  return Object.assign(handler, { service });
}
