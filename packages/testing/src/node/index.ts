/** What tests of transports need of Node: certificates that nobody else trusts. */
export { Authority, type CertificateOptions, type Certified } from "./authority.ts";
