import type { Parser } from "./parser.ts";
import { definitionWords } from "./reserved.ts";

/** Whether a line begins here that can only be that of a definition: a field or method may have such a name too. */
export function isAtDefinition(p: Parser): boolean {
  if (p.kind !== "name" || !definitionWords.has(p.scanner.word) || !isFirstOnLine(p)) return false;
  const { word } = p.scanner;
  return p.scanner.ahead(() => {
    p.next();
    const isNamed = p.kind === "name";
    p.next();
    if (word === "const" || word === "typedef") return isNamed && (p.is("name") || p.is("<"));
    return isNamed && (p.is("{") || (word === "service" && p.isWord("extends")));
  });
}

export function isFirstOnLine(p: Parser): boolean {
  const { text } = p.source;
  let at = p.start - 1;
  while (text[at] === " " || text[at] === "\t") at--;
  return at < 0 || text[at] === "\n";
}
