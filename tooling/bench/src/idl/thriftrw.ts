import idl from "thriftrw/thrift-idl.js";
import { type Subject, subject } from "./subject.ts";

/** The parser inside `thriftrw`, without what `Thrift` then makes of the tree. */
export const thriftrw: Subject = subject({
  parse: (text) => idl.parse(text),
  definitions: (program) => program.definitions.length,
});
