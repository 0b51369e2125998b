import { describeValue } from "@seapink/core";
import { type ClientTls, type Pem, pemText, type ServerTls } from "./tls-options.ts";

/**
 * @throws TypeError for what are no options
 * @throws RangeError for options that cannot be meant.
 */
export function checkClientTls(tls: ClientTls | undefined): void {
  if (tls === undefined) return;
  checkBoth(tls);
  if ((tls.cert === undefined) !== (tls.key === undefined)) {
    throw new RangeError("tls: expected both cert and key, or neither");
  }
  const { servername } = tls;
  if (servername === undefined || (typeof servername === "string" && servername !== "")) return;
  throw new RangeError(`tls.servername: expected a name, got ${describeValue(servername)}`);
}

/**
 * @throws TypeError for what are no options
 * @throws RangeError for options that cannot be meant.
 */
export function checkServerTls(tls: ServerTls | undefined): void {
  if (tls === undefined) return;
  checkBoth(tls);
  if (tls.cert === undefined || tls.key === undefined) throw new RangeError("tls: expected cert and key, got none");
  const { clientCertificates = "none", ca } = tls;
  if (!["none", "request", "require"].includes(clientCertificates)) {
    throw new RangeError(`tls.clientCertificates: expected none, request or require, got ${clientCertificates}`);
  }
  // Whom Node trusts by default would let in everybody who has a web site.
  if (clientCertificates !== "none" && ca === undefined)
    throw new RangeError("tls.ca: expected whose clients to trust, got none");
}

const certificate = /-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----/;
const privateKey = /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/;

function checkBoth(tls: ClientTls | ServerTls): void {
  if (typeof tls !== "object" || tls === null) throw new TypeError(`tls: expected options, got ${describeValue(tls)}`);
  const { ca, cert, key, minVersion = "TLSv1.2" } = tls;
  // OpenSSL skips what is no PEM: nobody would be trusted, or everybody whom Node trusts.
  if (ca !== undefined) checkAuthorities([ca].flat());
  if (cert !== undefined) checkPem("tls.cert", cert, certificate);
  if (key !== undefined) checkPem("tls.key", key, privateKey);
  if (minVersion !== "TLSv1.2" && minVersion !== "TLSv1.3") {
    throw new RangeError(`tls.minVersion: expected TLSv1.2 or TLSv1.3, got ${describeValue(minVersion)}`);
  }
}

function checkAuthorities(ca: readonly Pem[]): void {
  if (ca.length === 0) throw new RangeError("tls.ca: expected PEM of certificates, got none");
  for (const one of ca) checkPem("tls.ca", one, certificate);
}

// Nothing of the value is in the message, which for a key is a secret.
function checkPem(name: string, value: unknown, begin: RegExp): void {
  const isBytes = value instanceof Uint8Array;
  const text = isBytes ? pemText(value) : value;
  if (typeof text === "string" && begin.test(text)) return;
  const what = begin === privateKey ? "a private key" : "a certificate";
  const isPem = isBytes || typeof text === "string";
  throw new RangeError(`${name}: expected PEM of ${what}, got ${isPem ? "none in it" : describeValue(value)}`);
}
