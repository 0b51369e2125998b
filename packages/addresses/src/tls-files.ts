import { readFile } from "node:fs/promises";
import type { ClientTls, ServerTls } from "@seapink/transport-tcp";
import type { TlsFiles } from "./address.ts";
import { AddressError } from "./address-error.ts";

/** Reads what a server needs. With `ca`, clients must have certificates of it. */
export async function serverTls(files: TlsFiles): Promise<ServerTls> {
  const [ca, cert, key] = await Promise.all([read(files, "ca"), read(files, "cert"), read(files, "key")]);
  if (cert === undefined || key === undefined) throw new AddressError("to listen by TLS, expected cert= and key=");
  return ca === undefined ? { cert, key } : { ca, cert, key, clientCertificates: "require" };
}

/** Reads what a client needs. */
export async function clientTls(files: TlsFiles): Promise<ClientTls> {
  const [ca, cert, key] = await Promise.all([read(files, "ca"), read(files, "cert"), read(files, "key")]);
  return { ca, cert, key, servername: files.servername };
}

async function read(files: TlsFiles, name: "ca" | "cert" | "key"): Promise<Uint8Array | undefined> {
  const path = files[name];
  if (path === undefined) return undefined;
  try {
    return await readFile(path);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AddressError(`${name}=${path}: cannot be read: ${reason}`, { cause });
  }
}
