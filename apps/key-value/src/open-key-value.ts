import { mkdir } from "node:fs/promises";
import { AddressError } from "@seapink/addresses";
import type { ServiceHandler } from "@seapink/rpc";
import { keyValueHandler } from "./handler.ts";
import { openStore } from "./store.ts";

/** The service with its data, for whoever serves it. */
export interface OpenKeyValue extends AsyncDisposable {
  readonly handler: ServiceHandler;
}

/**
 * Opens the data in a folder, which is made if it is not there.
 * @throws AddressError if it cannot be made
 */
export async function openKeyValue(data: string): Promise<OpenKeyValue> {
  await makeFolder(data);
  const store = openStore(data);
  return { handler: keyValueHandler(store), [Symbol.asyncDispose]: () => store.close() };
}

async function makeFolder(data: string): Promise<void> {
  try {
    await mkdir(data, { recursive: true });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AddressError(`--data ${data}: cannot be made: ${reason}`, { cause });
  }
}
