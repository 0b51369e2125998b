/** `line 2, column 5`, both from 1 on. */
export function placeIn(text: string, offset: number): string {
  let line = 1;
  let lineStart = 0;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", lineStart)) {
    line++;
    lineStart = at + 1;
  }
  return `line ${line}, column ${offset - lineStart + 1}`;
}

/** What stands there, for a message: a word, or else a character. */
export function describeText(text: string, offset: number): string {
  if (offset >= text.length) return "the end of the text";
  const [word] = /^[\w$]*/.exec(text.slice(offset, offset + 20)) ?? [];
  return JSON.stringify(word || String.fromCodePoint(text.codePointAt(offset) as number));
}
