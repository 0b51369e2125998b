import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

/** Files of PEM: a certificate for `localhost` and 127.0.0.1, its key, and who vouches for it. */
export interface Certificates {
  readonly ca: string;
  readonly cert: string;
  readonly key: string;
}

/** Signed by itself, for a day; `undefined` where there is no `openssl`. */
export async function makeCertificates(folder: string): Promise<Certificates | undefined> {
  const cert = join(folder, "cert.pem");
  const key = join(folder, "key.pem");
  const args = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 1 -subj /CN=localhost".split(
    " ",
  );
  const names = ["-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", key, "-out", cert];
  const made = await promisify(execFile)("openssl", [...args, ...names]).catch(() => undefined);
  return made && { ca: cert, cert, key };
}

/** What is in the files. */
export type Pems = Certificates;

export function readPems(files: Certificates | undefined): Pems | undefined {
  if (files === undefined) return undefined;
  const [ca, cert, key] = [files.ca, files.cert, files.key].map((file) => readFileSync(file, "utf8"));
  return { ca: ca ?? "", cert: cert ?? "", key: key ?? "" };
}
