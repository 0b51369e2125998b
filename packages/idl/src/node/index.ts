/** Thrift IDL from the file system. */
export { type ContentProvider, contentProvider } from "../content-provider.ts";
export type { Program } from "../program.ts";
export type { IdlProvider } from "../provider.ts";
export { type FileProvider, fileProvider, type FileProviderOptions } from "./file-provider.ts";
export { loadIdl, type LoadIdlOptions } from "./load-idl.ts";
