import { readFile } from "node:fs/promises";
import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { type Address, protocolOf } from "@seapink/addresses";
import { derive, type Filter } from "@seapink/core";
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
    return await (file === "-" ? buffer(stdin) : readFile(file));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UsageError(`--raw: ${file} cannot be read: ${reason}`, { cause });
  }
}
