import { ApplicationError } from "@seapink/core";
import { implement, type ServiceHandler } from "@seapink/rpc";
import { KeyValue, NotFoundError } from "./gen/keyvalue.ts";
import { wrongWithKey } from "./wrong-with-key.ts";
import type { Store } from "./store.ts";

/** The service `KeyValue` over a store. */
export function keyValueHandler(store: Store): ServiceHandler {
  return implement(KeyValue, {
    get({ key }, context) {
      const value = store.get(checked(key));
      if (value === undefined) return context.raise(new NotFoundError({ key }));
      return value;
    },
    async set({ key, value }) {
      await store.set(checked(key), present("value", value));
      return value;
    },
  });
}

function checked(given: string | undefined): string {
  const key = present("key", given);
  const wrong = wrongWithKey(key);
  if (wrong !== undefined) throw new ApplicationError("protocol_error", wrong);
  return key;
}

// Arguments of plain Thrift may be missing; a value without a key would be lost.
function present(name: string, value: string | undefined): string {
  if (value === undefined) throw new ApplicationError("protocol_error", `${name}: expected a string, got none`);
  return value;
}
