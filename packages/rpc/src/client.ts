import { type Channel, type Filter, type Limits, limits } from "@seapink/core";
import type { ServiceType } from "@seapink/schema";
import { constructorName } from "@seapink/schema/internal";
import { checkChannel, checkService, checkTimeout } from "./check-arguments.ts";
import type { Client } from "./client-types.ts";
import { beginInteraction } from "./begin-interaction.ts";
import { clientMethods } from "./client-methods.ts";
import type { ClientTarget } from "./client-target.ts";
import { compose } from "./compose.ts";
import { checkConstructors, interactionsOf, refuseThen } from "./service-interactions.ts";

export interface ClientOptions {
  /** The first is the outermost. */
  readonly filters?: readonly Filter[];
  /** How long a call waits for its answer unless it says otherwise. Default 30 000; `Infinity` waits for ever. */
  readonly timeoutMs?: number;
  /** What may be read of an answer. */
  readonly limits?: Partial<Limits>;
}

/**
 * A client of a service on a channel. Making one is cheap and sends nothing; closing the channel is the owner's
 * business. Each method rejects with the declared exceptions of the IDL, `ApplicationError` for the peer's system
 * errors, `TransportError` when no answer came, and `ProtocolError` for what cannot be written or read. Arguments are
 * not to be changed before the call has settled.
 * @throws TypeError for what is no service or channel, for a method named `then`, which would make a promise of the
 * client, and for one that is named like what begins an interaction.
 */
export function createClient<S>(
  service: ServiceType<S>,
  channel: Pick<Channel, "handle">,
  options: ClientOptions = {},
): Client<S> {
  checkService(service);
  checkChannel(channel);
  const { timeoutMs = 30_000 } = options;
  checkTimeout(timeoutMs);
  const target: ClientTarget = {
    service: service.name,
    handle: compose(options.filters ?? [], channel.handle),
    limits: limits(options.limits),
    timeoutMs,
  };
  for (const type of [service, ...interactionsOf(service)]) refuseThen(type);
  checkConstructors(service);
  const methods = clientMethods(service.methods.values(), target, undefined);
  for (const type of service.performs) methods[constructorName(type)] = () => beginInteraction(type, target);
  return Object.freeze(methods) as Client<S>;
}
