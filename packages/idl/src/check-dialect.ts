import type { IdlDialect } from "./dialect.ts";
import { type DialectRule, dialectRules } from "./dialect-rules.ts";
import { isRefusedName } from "./dialect-words.ts";
import type { Diagnostics } from "./diagnostics.ts";
import { quote } from "./quote.ts";
import { youngTypes } from "./reserved.ts";
import type { Source } from "./source.ts";
import type { DocumentNode, Span } from "./tree.ts";
import { type AnyNode, visitTree } from "./visit.ts";

const compilers: Readonly<Record<IdlDialect, string>> = {
  apache: "Apache's compiler",
  thriftgo: "thriftgo",
  fbthrift: "fbthrift's compiler",
};

/** Warns of what the compiler of a dialect refuses: of each such thing where it is first, and of each name. */
export function checkDialect(
  source: Source,
  document: DocumentNode,
  dialect: IdlDialect,
  diagnostics: Diagnostics,
): void {
  const rules = dialectRules(dialect);
  const told = new Set<DialectRule>();
  const own = new Set(document.definitions.map(({ name }) => name.text));
  const warn = (span: Span, expected: string, got: string): void =>
    diagnostics.warn({ source, span }, "dialect", `expected ${expected} that ${compilers[dialect]} takes, got ${got}`);
  const check = (node: AnyNode): void => {
    if (node.kind === "base" && youngTypes.has(node.name) && own.has(node.name)) return;
    for (const rule of rules.get(node.kind) ?? []) {
      if (told.has(rule) || !rule.isAt(node)) continue;
      told.add(rule);
      warn(placeOf(node), "IDL", rule.what);
    }
    if ("doc" in node && isRefusedName(node.name.text, dialect)) warn(node.name, "a name", quote(node.name.text));
  };
  visitTree(document, { node: check });
}

/** The name of what is large. */
function placeOf(node: AnyNode): Span {
  return "doc" in node ? node.name : node;
}
