/** The text of comments that stand together, without their marks; `undefined` if nothing is left. */
export function cookDoc(raw: string): string | undefined {
  const pieces = raw.match(/\/\*[^]*?\*\/|(?:\/\/|#)[^\n]*/g) ?? [];
  const text = pieces.map(cookComment).join("\n").trim();
  return text === "" ? undefined : text;
}

/** What two docs of one thing say together. */
export function joinDocs(one: string | undefined, other: string | undefined): string | undefined {
  return one !== undefined && other !== undefined ? `${one}\n${other}` : (one ?? other);
}

function cookComment(raw: string): string {
  return raw.startsWith("/*") ? cookBlock(raw.slice(2, -2)) : cookLine(raw);
}

function cookLine(raw: string): string {
  return raw
    .replace(/^(?:\/\/\/<|\/\/\/|\/\/|#) ?/, "")
    .trimEnd()
    .replaceAll("\r", " ");
}

// What follows the opening mark is on its own: what the other lines begin with is that of a column.
function cookBlock(inner: string): string {
  const [first = "", ...rest] = inner.split(/\r\n?|\n/);
  const start = first.replace(/^\*+<?/, "").trim();
  return [start, ...withoutColumn(rest)].join("\n").trim();
}

function withoutColumn(lines: readonly string[]): string[] {
  const filled = lines.map((line) => line.trimEnd());
  const isStarred = /^\s*\*/.test(filled.find((line) => line !== "") ?? "");
  if (isStarred) return filled.map((line) => line.replace(/^\s*\*+ ?/, ""));
  const indents = filled.filter((line) => line !== "").map((line) => line.length - line.trimStart().length);
  const common = indents.reduce((least, indent) => Math.min(least, indent), Infinity);
  return filled.map((line) => line.slice(common));
}
