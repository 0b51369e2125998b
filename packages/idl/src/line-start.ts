import type { Parser } from "./parser.ts";
import { definitionStarts, exceptionWords } from "./reserved.ts";

/** Whether a line begins here that can only be that of a definition: a field or method may have such a name too. */
export function isAtDefinition(p: Parser): boolean {
  const { kind, isKeyword, word } = p.scanner;
  if (kind !== "name" || !isKeyword || !definitionStarts.has(word) || !isFirstOnLine(p)) return false;
  if (exceptionWords.has(word)) return p.scanner.ahead(() => isAtException(p));
  return p.scanner.ahead(() => {
    p.next();
    const isNamed = p.kind === "name";
    p.next();
    if (word === "const" || word === "typedef") return isNamed && (p.is("name") || p.is("<"));
    return isNamed && (p.is("{") || (word === "service" && p.isWord("extends")));
  });
}

function isAtException(p: Parser): boolean {
  for (let words = 0; words < 3 && exceptionWords.has(p.scanner.word); words++) p.next();
  return p.takeWord("exception") && p.take("name") && p.is("{");
}

export function isFirstOnLine(p: Parser): boolean {
  const { text } = p.source;
  let at = p.start - 1;
  while (text[at] === " " || text[at] === "\t") at--;
  return at < 0 || text[at] === "\n";
}
