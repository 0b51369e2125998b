/** The Thrift binary protocol: strict, byte-exact, bounded. */
export { binary, type BinaryOptions } from "./binary.ts";
