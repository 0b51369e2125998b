/** The notation alone, without what is needed to listen or to connect: for programs that must start fast. */
export type { Address } from "../address.ts";
export { AddressError } from "../address-error.ts";
export { formatAddress } from "../format-address.ts";
export { addressForms, addressSchemes, parseAddress } from "../parse-address.ts";
