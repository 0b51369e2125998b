import { createHash, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { isIP } from "node:net";

/** A certificate with its key, as PEM. */
export interface Certified {
  readonly cert: string;
  readonly key: string;
}

export interface CertificateOptions {
  /** Names and addresses of a server. */
  readonly names?: readonly string[];
  /** Default: from yesterday until tomorrow. */
  readonly from?: Date;
  readonly until?: Date;
}

const dayMs = 86_400_000;

/** Signs certificates that tests alone trust, made anew in each run so that no key is kept anywhere. */
export class Authority implements Certified {
  readonly name: string;
  readonly cert: string;
  readonly key: string;
  readonly #keys = generateKeyPairSync("ec", { namedCurve: "P-256" });

  constructor(name: string) {
    this.name = name;
    this.key = pem("PRIVATE KEY", this.#keys.privateKey.export({ format: "der", type: "pkcs8" }));
    this.cert = this.#certify(name, this.#keys.publicKey, [extension("551d13", true, sequence(der(1, [0xff])))], {});
  }

  /** A certificate for this common name. */
  issue(commonName: string, options: CertificateOptions = {}): Certified {
    const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const { names = [] } = options;
    const extensions = names.length === 0 ? [] : [extension("551d11", false, sequence(...names.map(generalName)))];
    const key = pem("PRIVATE KEY", privateKey.export({ format: "der", type: "pkcs8" }));
    return { cert: this.#certify(commonName, publicKey, extensions, options), key };
  }

  // A Certificate of RFC 5280, signed by ECDSA with SHA-256.
  #certify(subject: string, key: KeyObject, extensions: readonly Uint8Array[], options: CertificateOptions): string {
    const { from = new Date(Date.now() - dayMs), until = new Date(Date.now() + dayMs) } = options;
    const publicKey = key.export({ format: "der", type: "spki" });
    const serial = createHash("sha256").update(publicKey).digest().subarray(0, 8);
    const algorithm = sequence(der(6, fromHex("2a8648ce3d040302")));
    const signed = sequence(
      der(0xa0, der(2, [2])),
      der(2, [0x01, ...serial]),
      algorithm,
      nameOf(this.name),
      sequence(time(from), time(until)),
      nameOf(subject),
      publicKey,
      ...(extensions.length > 0 ? [der(0xa3, sequence(...extensions))] : []),
    );
    const signature = sign("sha256", signed, this.#keys.privateKey);
    return pem("CERTIFICATE", sequence(signed, algorithm, der(3, [0], signature)));
  }
}

/** A value of ASN.1 in its distinguished encoding: tag, length, contents. */
function der(tag: number, ...contents: readonly (Uint8Array | readonly number[])[]): Uint8Array {
  const bytes = contents.flatMap((content) => [...content]);
  const { length } = bytes;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Uint8Array.of(tag, ...size, ...bytes);
}

function sequence(...parts: readonly Uint8Array[]): Uint8Array {
  return der(0x30, ...parts);
}

function nameOf(commonName: string): Uint8Array {
  return sequence(der(0x31, sequence(der(6, fromHex("550403")), der(0x0c, new TextEncoder().encode(commonName)))));
}

function time(date: Date): Uint8Array {
  const digits = date.toISOString().replaceAll(/[-:T]|\.\d+/g, "");
  return der(0x17, new TextEncoder().encode(digits.slice(2)));
}

function extension(id: string, isCritical: boolean, value: Uint8Array): Uint8Array {
  const critical = isCritical ? [der(1, [0xff])] : [];
  return sequence(der(6, fromHex(id)), ...critical, der(4, value));
}

function generalName(name: string): Uint8Array {
  if (isIP(name) === 4) return der(0x87, name.split(".").map(Number));
  return der(0x82, new TextEncoder().encode(name));
}

function fromHex(text: string): Uint8Array {
  return Buffer.from(text, "hex");
}

function pem(what: string, bytes: Uint8Array): string {
  const lines =
    Buffer.from(bytes)
      .toString("base64")
      .match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${what}-----`, ...lines, `-----END ${what}-----`, ""].join("\n");
}
