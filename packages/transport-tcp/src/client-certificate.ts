import type { TLSSocket } from "node:tls";

/** A client's certificate that was verified: what `Call.identity` is where a server of TLS asks for one. */
export interface ClientCertificate {
  readonly kind: "certificate";
  /** The parts of the name, one in a line: `O=Example` and `CN=ada`. */
  readonly subject: string;
  /** Other names, `DNS:a.example, URI:spiffe://example/ada`. */
  readonly subjectAltName: string | undefined;
  /** The name of the authority that signed it. */
  readonly issuer: string;
  /** SHA-256 of `raw`, in hexadecimal with colons: `AB:CD:…`. */
  readonly fingerprint: string;
  /** The certificate itself, in DER. */
  readonly raw: Uint8Array<ArrayBuffer>;
}

/** What the client of this socket proved; `undefined` where it sent no certificate, or none that holds. */
export function clientCertificate(socket: TLSSocket): ClientCertificate | undefined {
  const certificate = socket.authorized ? socket.getPeerX509Certificate() : undefined;
  if (certificate === undefined) return undefined;
  const { subject, subjectAltName, issuer, fingerprint256, raw } = certificate;
  return {
    kind: "certificate",
    subject,
    subjectAltName,
    issuer,
    fingerprint: fingerprint256,
    raw: Uint8Array.from(raw),
  };
}
