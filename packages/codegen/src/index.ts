/** Linked Thrift IDL to readable TypeScript: types, descriptors, and codecs compiled ahead of time. */
export { generate, type GeneratedFile, type GenerateOptions } from "./generate.ts";
