/** Lines of code. What is nested is indented, where somebody reads it. */
export type Code = readonly (string | Code)[];

/** So many items fit on a line. */
const fewItems = 8;

/** Items between two brackets. */
export function codeList(before: string, items: readonly string[], after: string): Code {
  if (items.length <= fewItems) return [`${before}${items.join(", ")}${after}`];
  const lines: string[] = [];
  for (let i = 0; i < items.length; i += fewItems) lines.push(`${items.slice(i, i + fewItems).join(", ")},`);
  return [before, lines, after];
}

/** The text of code: as short as it gets, or, with an indent, for people. */
export function codeText(code: Code, indent?: string): string {
  const lines: string[] = [];
  addLines(lines, code, "", indent ?? "");
  return lines.join("\n");
}

function addLines(lines: string[], code: Code, before: string, indent: string): void {
  for (const item of code) {
    if (typeof item === "string") lines.push(before + item);
    else addLines(lines, item, before + indent, indent);
  }
}
