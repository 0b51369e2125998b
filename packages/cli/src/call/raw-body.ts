import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import { type Address, protocolOf } from "@seapink/addresses";
import { defaultLimits, derive, type Filter } from "@seapink/core";
import { readBytes } from "../calling/read-bytes.ts";
import { UsageError } from "../usage-error.ts";

/**
 * Sends the bytes of a file, `-` for standard input, as the arguments of the first call, and of no other that goes the
 * same way: a struct in the address's protocol, as it stands.
 */
export async function rawBody(file: string, stdin: Readable, address: Address): Promise<Filter> {
  const body = await bytesOf(file, stdin);
  const protocol = protocolOf(address);
  let isSent = false;
  return (next) => (call) => {
    if (isSent) return next(call);
    isSent = true;
    return next(derive(call, { body, protocol }));
  };
}

async function bytesOf(file: string, stdin: Readable): Promise<Uint8Array> {
  try {
    return await readBytes(file === "-" ? stdin : createReadStream(file), defaultLimits.maxMessageBytes);
  } catch (cause) {
    if (cause instanceof UsageError) throw new UsageError(`--raw: ${file}: ${cause.message}`, { cause });
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UsageError(`--raw: ${file} cannot be read: ${reason}`, { cause });
  }
}
