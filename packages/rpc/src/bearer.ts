import { ApplicationError, derive, type Filter } from "@seapink/core";

/**
 * Lets only calls with a valid bearer token pass (header `authorization: Bearer TOKEN`). What `verify` returns becomes
 * the identity of the call; `undefined`, or an error, refuses it with `permission_denied`. For servers.
 */
export function bearer(verify: (token: string) => unknown): Filter {
  return (next) => async (call) => {
    const token = /^bearer +(\S+)$/i.exec(call.headers.get("authorization") ?? "")?.[1];
    if (token === undefined) throw denied("expected a bearer token, got none");
    const identity = await verified(verify, token);
    if (identity === undefined) throw denied("expected a valid bearer token, got another one");
    return next(derive(call, { identity }));
  };
}

async function verified(verify: (token: string) => unknown, token: string): Promise<unknown> {
  try {
    return await verify(token);
  } catch (cause) {
    throw denied("the bearer token could not be verified", cause);
  }
}

/** Lets only calls pass whose lane has proved who they are: a client certificate that TLS verified. For servers. */
export function requireIdentity(): Filter {
  return (next) => (call) =>
    call.identity === undefined ? Promise.reject(denied("expected a client certificate, got none")) : next(call);
}

function denied(message: string, cause?: unknown): ApplicationError {
  return new ApplicationError("permission_denied", message, { cause });
}
