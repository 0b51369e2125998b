/** Thrift IDL from the file system. */
// Beside `fileProvider`, so that either kind of provider is had with one import; all else is in the package's root only.
export { contentProvider } from "../content-provider.ts";
export { type FileProvider, fileProvider, type FileProviderOptions } from "./file-provider.ts";
export { loadIdl, type LoadIdlOptions } from "./load-idl.ts";
