import type { ConnectOptions, ListenOptions } from "@seapink/transport-tcp";
import { lines } from "./toy-dialect.ts";

const dialect = lines("echo");
const dialects = [dialect];
const pem = "a certificate, or a key";

// What may be meant.
export const meant = [
  { port: 1, dialect },
  { port: 1, host: "a.example", tls: {}, dialect },
  { path: "/run/s", dialect },
] satisfies readonly ConnectOptions[];

export const served = [
  { port: 0, dialects },
  { port: 0, tls: { cert: pem, key: pem, ca: [pem], clientCertificates: "require" }, dialects },
  { path: "/run/s", mode: 0o660, dialects },
] satisfies readonly ListenOptions[];

// @ts-expect-error a port or a path
export const both: ConnectOptions = { port: 1, path: "/run/s", dialect };
// @ts-expect-error a port or a path
export const neither: ConnectOptions = { dialect };
// @ts-expect-error no TLS on a path
export const securePath: ConnectOptions = { path: "/run/s", tls: {}, dialect };
// @ts-expect-error verification is no option
export const trusting: ConnectOptions = { port: 1, tls: { rejectUnauthorized: false }, dialect };
// @ts-expect-error a server needs a certificate
export const bare: ListenOptions = { port: 0, tls: {}, dialects };
// @ts-expect-error a port has no permissions
export const modePort: ListenOptions = { port: 0, mode: 0o600, dialects };
