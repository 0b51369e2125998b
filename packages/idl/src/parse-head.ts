import { isAtDefinition } from "./line-start.ts";
import { parseStructured } from "./parse-annotations.ts";
import type { Parser } from "./parser.ts";
import type { Described } from "./tree.ts";

/** What may stand before a definition or member of any kind. */
export type Head = Pick<Described, "doc" | "structured" | "start">;

/** The head of a definition, which may have been taken for that of a member. */
export function parseHead(p: Parser): Head {
  return p.takeOrphan() ?? readHead(p);
}

/** The head of a field, method or enum value; that of a definition shows that what closes the members is missing. */
export function parseMemberHead(p: Parser): Head {
  const head = readHead(p);
  return head.structured.length > 0 && isAtDefinition(p) ? p.leave(head) : head;
}

function readHead(p: Parser): Head {
  const { start } = p;
  const doc = p.doc();
  return { start, doc, structured: parseStructured(p) };
}
