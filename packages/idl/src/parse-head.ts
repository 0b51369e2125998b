import { isAtDefinition } from "./line-start.ts";
import { noStructured, parseStructured } from "./parse-annotations.ts";
import type { Parser } from "./parser.ts";
import type { Described, StructuredAnnotationNode } from "./tree.ts";

/** What may stand before a definition or member of any kind. */
export type Head = Pick<Described, "doc" | "structured" | "start">;

/** The head of a definition, which may have been taken for that of a member. */
export function parseHead(p: Parser): Head {
  return p.takeOrphan() ?? readHead(p);
}

/**
 * The annotations before a field, method or enum value that is described by `doc`; those of a definition show that what
 * closes the members is missing.
 */
export function parseMemberAnnotations(p: Parser, doc: string | undefined): readonly StructuredAnnotationNode[] {
  if (p.kind !== "@") return noStructured;
  const { start } = p;
  const structured = parseStructured(p);
  return isAtDefinition(p) ? p.leave({ start, doc, structured }) : structured;
}

function readHead(p: Parser): Head {
  const { start } = p;
  const doc = p.doc();
  return { start, doc, structured: parseStructured(p) };
}
