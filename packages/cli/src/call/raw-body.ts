import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import type { Address } from "@seapink/addresses";
import { derive, type Filter, type Protocol } from "@seapink/core";
import { binary } from "@seapink/protocol-binary";
import { compact } from "@seapink/protocol-compact";
import { json } from "@seapink/protocol-json";
import { UsageError } from "../usage-error.ts";

/**
 * Sends the bytes of a file, `-` for standard input, as the arguments of each call: a struct in the address's protocol,
 * as it stands.
 */
export async function rawBody(file: string, address: Address): Promise<Filter> {
  const body = await bytesOf(file);
  const protocol = protocolOf(address);
  return (next) => (call) => next(derive(call, { body, protocol }));
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return file === "-" ? await buffer(process.stdin) : await readFile(file);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UsageError(`--raw: ${file} cannot be read: ${reason}`, { cause });
  }
}

/** What a client of this address speaks. */
function protocolOf({ speech }: Address): Protocol {
  switch (speech.dialect) {
    case "any":
      return binary();
    case "rocket":
      return speech.protocol === "binary" ? binary() : compact({ variant: "fbthrift" });
    case "classic":
      return protocols[speech.protocol]();
  }
}

const protocols = {
  binary,
  compact,
  json,
  "compact-fbthrift": () => compact({ variant: "fbthrift" }),
};
