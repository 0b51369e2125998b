import { parse, SyntaxType } from "@creditkarma/thrift-parser";
import { type Subject, subject } from "./subject.ts";

/** Without `organize`, which sorts the definitions and costs a little more. */
export const creditkarma: Subject = subject({
  parse(text) {
    const document = parse(text, { organize: false });
    if (document.type === SyntaxType.ThriftErrors) throw new Error(document.errors[0]?.message);
    return document;
  },
  definitions: ({ body }) => body.filter(({ type }) => type !== SyntaxType.NamespaceDefinition).length,
});
