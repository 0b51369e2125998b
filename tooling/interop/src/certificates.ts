import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Authority } from "@seapink/testing/node";

/** As PEM: a certificate for `localhost` and 127.0.0.1, its key, and the certificate of who vouches for it. */
export interface Pems {
  readonly ca: string;
  readonly cert: string;
  readonly key: string;
}

/** Where that is, for peers that read files. */
export interface PemFiles {
  readonly caFile: string;
  readonly certFile: string;
  readonly keyFile: string;
}

export interface Certificates {
  readonly pems: Pems;
  readonly files: PemFiles;
}

/** For a day. */
export async function makeCertificates(folder: string): Promise<Certificates> {
  const authority = new Authority("interop");
  const { cert, key } = authority.issue("localhost", { names: ["localhost", "127.0.0.1"] });
  const pems = { ca: authority.cert, cert, key };
  const files = {
    caFile: join(folder, "ca.pem"),
    certFile: join(folder, "cert.pem"),
    keyFile: join(folder, "key.pem"),
  };
  await Promise.all([
    writeFile(files.caFile, pems.ca),
    writeFile(files.certFile, pems.cert),
    writeFile(files.keyFile, pems.key),
  ]);
  return { pems, files };
}
