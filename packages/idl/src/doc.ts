/**
 * The text of comments that stand together, without their marks; `undefined` if nothing is left. A block has the text
 * that Apache's compiler finds in it, to the letter, so blank lines count; only what is in blank lines does not.
 */
export function cookDoc(raw: string): string | undefined {
  const simple = simpleDoc.exec(raw);
  if (simple) return simple[1];
  const pieces = raw.match(/\/\*[^]*?\*\/|(?:\/\/|#)[^\n]*/g) ?? [];
  const texts = pieces.map(cookComment).filter((text) => text !== undefined);
  const isBlank = !raw.startsWith("/*") && texts.every((text) => text === "");
  if (isBlank || texts.length === 0) return undefined;
  return withoutIndent(texts.join("\n").split("\n")).join("\n");
}

/** Most are one block in one line. */
const simpleDoc = /^\/\*\* ([^\s*](?:[^\n\r*]*[^\s*])?) \*\/$/;

/** What two docs of one thing say together. */
export function joinDocs(one: string | undefined, other: string | undefined): string | undefined {
  return one !== undefined && other !== undefined ? `${one}\n${other}` : (one ?? other);
}

function cookComment(raw: string): string | undefined {
  return raw.startsWith("/*") ? cookBlock(raw.slice(2, -2)) : cookLine(raw);
}

function cookLine(raw: string): string {
  return raw
    .replace(/^(?:\/\/\/<|\/\/\/|\/\/|#) ?/, "")
    .trimEnd()
    .replaceAll("\r", " ");
}

function cookBlock(inner: string): string | undefined {
  const [first = "", ...rest] = inner.split(inner.includes("\r") ? /\r\n?|\n/ : "\n").map((line) => line.trimEnd());
  if (rest.at(-1) === "") rest.pop();
  const start = first.replace(/^\*?<?/, "").trim();
  const lines = withoutIndent(withoutColumn(rest));
  return start === "" && lines.length === 0 ? undefined : (start === "" ? lines : [start, ...lines]).join("\n");
}

// Only if all lines have it in the same place.
function withoutColumn(lines: readonly string[]): readonly string[] {
  const filled = lines.filter((line) => line !== "");
  const [column = ""] = /^[ \t]*\*/.exec(filled[0] ?? "") ?? [];
  const isColumn = filled.every(
    (line) => line[column.length - 1] === "*" && line.slice(0, column.length).trim() === "*",
  );
  return isColumn ? lines.map((line) => line.slice(column.length)) : lines;
}

function withoutIndent(lines: readonly string[]): readonly string[] {
  const indents = lines.filter((line) => line.trim() !== "").map((line) => line.length - line.trimStart().length);
  const common = indents.reduce((least, indent) => Math.min(least, indent), Infinity);
  return lines.map((line) => line.slice(common).trimEnd());
}
