import { ApplicationError, derive, type Filter } from "@seapink/core";

/**
 * Lets only calls with a valid bearer token pass (header `authorization: Bearer TOKEN`). What `verify` returns becomes
 * the identity of the call; `undefined`, `null`, `false`, or an error, refuses it with `permission_denied`. For servers.
 */
export function bearer(verify: (token: string) => unknown): Filter {
  return (next) => async (call) => {
    const token = /^bearer +(\S+)$/i.exec(call.headers.get("authorization") ?? "")?.[1];
    if (token === undefined) throw new ApplicationError("permission_denied", "expected a bearer token, got none");
    return next(derive(call, { identity: await verified(verify, token) }));
  };
}

async function verified(verify: (token: string) => unknown, token: string): Promise<unknown> {
  let identity: unknown;
  try {
    identity = await verify(token);
  } catch (cause) {
    throw new ApplicationError("permission_denied", "the bearer token could not be verified", { cause });
  }
  if (identity !== undefined && identity !== null && identity !== false) return identity;
  throw new ApplicationError("permission_denied", "expected a valid bearer token, got another one");
}

/**
 * Lets only calls pass whose lane, or a filter before this one, has proved who they are. Works with whatever a lane has
 * proved; lanes that prove a client certificate, over TLS, are planned. For servers.
 */
export function requireIdentity(): Filter {
  return (next) => (call) => {
    if (call.identity !== undefined) return next(call);
    return Promise.reject(new ApplicationError("permission_denied", "expected a client certificate, got none"));
  };
}
