import { codeOf } from "./code-of.ts";

/** What the codes of a handshake that failed mean, in the words of our options. */
const meanings: Readonly<Record<string, string>> = {
  ECONNRESET: "the end of the connection before that of the handshake: does the port speak TLS?",
  ERR_SSL_WRONG_VERSION_NUMBER: "bytes that are not TLS: does the port speak it?",
  ERR_SSL_PACKET_LENGTH_TOO_LONG: "bytes that are not TLS: does the port speak it?",
  CERT_HAS_EXPIRED: "a certificate that has expired",
  CERT_NOT_YET_VALID: "a certificate that is not valid yet",
  DEPTH_ZERO_SELF_SIGNED_CERT: "a certificate that signs itself and is not in ca",
  SELF_SIGNED_CERT_IN_CHAIN: "a certificate of an authority that is not in ca",
  UNABLE_TO_GET_ISSUER_CERT: "a certificate of an authority that is not in ca",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "a certificate of an authority that is not in ca",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "a certificate of an authority that is not in ca",
  INVALID_PURPOSE: "a certificate that is for something else",
  ERR_SSL_NO_APPLICATION_PROTOCOL: "names of dialects (ALPN) that are not spoken here",
  ERR_SSL_TLSV1_ALERT_NO_APPLICATION_PROTOCOL: "that the dialect's names (ALPN) are not spoken there",
  ERR_SSL_PEER_DID_NOT_RETURN_A_CERTIFICATE: "no client certificate",
  "ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE": "that it needs something else, a client certificate perhaps",
  ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED: "that it needs a client certificate",
  ERR_SSL_TLSV1_ALERT_UNKNOWN_CA: "that our certificate is not of an authority that is trusted there",
  ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE: "that our certificate is not accepted there",
  ERR_SSL_SSLV3_ALERT_CERTIFICATE_EXPIRED: "that our certificate has expired",
  ERR_SSL_SSLV3_ALERT_CERTIFICATE_UNKNOWN: "that our certificate is not accepted there",
  ERR_SSL_UNSUPPORTED_PROTOCOL: "a version of TLS that is too old",
  ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: "that our version of TLS is too old",
  ERR_TLS_HANDSHAKE_TIMEOUT: "no end of the handshake",
};

/** What came in the place of a handshake: `CERT_HAS_EXPIRED (a certificate that has expired)`. */
export function tlsFailure(error: unknown): string {
  const code = codeOf(error);
  if (error instanceof Error && code === "ERR_TLS_CERT_ALTNAME_INVALID" && "reason" in error)
    return `${code} (${String(error.reason)})`;
  const meaning = Object.hasOwn(meanings, code) ? meanings[code] : undefined;
  return meaning === undefined ? code : `${code} (${meaning})`;
}
