/** Thrift IDL from the file system. */
export type { Program } from "../program.ts";
export { loadIdl, type LoadIdlOptions } from "./load-idl.ts";
