/** A value that is JSON text already. */
export class RawJson {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** JSON in lines, with bigints as the numbers that they are. */
export function jsonText(value: unknown, indent: string = ""): string {
  const inner = `${indent}  `;
  if (typeof value === "bigint") return String(value);
  if (Object.is(value, -0)) return "-0";
  if (value instanceof RawJson) return value.text;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value))
    return block(
      "[",
      value.map((item) => jsonText(item, inner)),
      "]",
      indent,
    );
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return block(
    "{",
    entries.map(([key, item]) => `${JSON.stringify(key)}: ${jsonText(item, inner)}`),
    "}",
    indent,
  );
}

function block(open: string, items: readonly string[], close: string, indent: string): string {
  if (items.length === 0) return `${open}${close}`;
  const line = `${open}${items.join(", ")}${close}`;
  if (line.length <= 80 && !line.includes("\n")) return line;
  return `${open}\n${items.map((item) => `${indent}  ${item}`).join(",\n")}\n${indent}${close}`;
}
