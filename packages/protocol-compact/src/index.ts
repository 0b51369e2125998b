/** The Thrift compact protocol, Apache's and fbthrift's: byte-exact, bounded. */
export { compact, type CompactOptions } from "./compact.ts";
