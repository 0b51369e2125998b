import { constants } from "node:crypto";
import { createSecureContext, type SecureContext, type SecureContextOptions } from "node:tls";

/** Certificates or a key as PEM: the text, or the bytes of a file. */
export type Pem = string | Uint8Array;

interface TlsOptions {
  /** Authorities whose certificates are trusted, in the place of those that Node trusts. */
  readonly ca?: Pem | readonly Pem[] | undefined;
  /** Our certificate, with those between it and the authority behind it. */
  readonly cert?: Pem | undefined;
  /** The key of `cert`, */
  readonly key?: Pem | undefined;
  /** and its passphrase, if it is encrypted. */
  readonly passphrase?: string | undefined;
  /** Default `TLSv1.2`. */
  readonly minVersion?: "TLSv1.2" | "TLSv1.3" | undefined;
}

/** A server's certificate is always verified, its name included. */
export interface ClientTls extends TlsOptions {
  /** The name that the server is asked for and its certificate must have. Default: the host. */
  readonly servername?: string | undefined;
}

export interface ServerTls extends TlsOptions {
  readonly cert: Pem;
  readonly key: Pem;
  /**
   * Whether clients prove who they are, by a certificate of `ca`. `require` refuses those that do not; `request` serves
   * them without an identity. Default `none`.
   */
  readonly clientCertificates?: "none" | "request" | "require" | undefined;
}

/** What is the same for both sides. Renegotiation, which TLS 1.3 has no more, is left out of 1.2, too. */
export function contextOptions({
  ca,
  cert,
  key,
  passphrase,
  minVersion = "TLSv1.2",
}: TlsOptions): SecureContextOptions {
  return {
    ...(ca !== undefined && { ca: [ca].flat().map(pemText) }),
    ...(cert !== undefined && { cert: pemText(cert) }),
    ...(key !== undefined && { key: pemText(key) }),
    ...(passphrase !== undefined && { passphrase }),
    minVersion,
    secureOptions: constants.SSL_OP_NO_RENEGOTIATION,
  };
}

/**
 * What a socket takes.
 * @throws RangeError for a certificate and a key that do not fit.
 */
export function secureContext(tls: TlsOptions): SecureContext {
  try {
    return createSecureContext(contextOptions(tls));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new RangeError(`tls: expected certificates and a key that fit, got ${reason}`, { cause });
  }
}

export function pemText(value: Pem): string {
  return typeof value === "string" ? value : new TextDecoder().decode(value);
}
