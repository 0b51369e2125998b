import { compile, parse } from "@seapink/idl";
import { type Subject, subject } from "./subject.ts";

/** The tree, with the place of each node, documentation and annotations. */
export const seapinkParse: Subject = subject({
  parse(text) {
    const { document, diagnostics } = parse(text);
    if (diagnostics.length > 0) throw new Error(diagnostics[0]?.message);
    return document;
  },
  definitions: (document) => document.definitions.length,
});

/** A program: all names found, all types, values and methods checked. */
export const seapinkLink: Subject = subject({
  parse: (text) => compile({ "bench.thrift": text }),
  definitions: (program) => program.files.get("bench.thrift")?.document.definitions.length ?? 0,
});
