import { ApplicationError, derive, type Filter } from "@seapink/core";

/** Tells the handler who calls, by a header; whoever does not say is refused. */
export const named: Filter = (next) => (call) => {
  const caller = call.headers.get("caller");
  if (caller !== undefined) return next(derive(call, { identity: caller }));
  return Promise.reject(new ApplicationError("permission_denied", "expected a header caller, got none"));
};
