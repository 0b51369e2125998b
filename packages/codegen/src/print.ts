import type { Bracketed, Group, Layout } from "./layout.ts";

const width = 120;

/** Where text begins, and how much must fit behind it in the same line. */
interface Place {
  readonly indent: number;
  readonly column: number;
  readonly rest: number;
}

export function print(layout: Layout, at: Place = { indent: 0, column: 0, rest: 0 }): string {
  if (typeof layout === "string") return layout;
  if (!("kind" in layout)) return printAll(layout, at);
  const flat = inOneLine(layout);
  return flat !== undefined && at.column + flat.length + at.rest <= width ? flat : inMany(layout, at);
}

/** `undefined` for what never is in one line. */
export function inOneLine(layout: Layout): string | undefined {
  if (typeof layout === "string") return layout;
  if (!("kind" in layout)) return joined(layout, "");
  switch (layout.kind) {
    case "lines":
      return undefined;
    case "assigned":
      return prefixed(" ", inOneLine(layout.value));
    case "alternatives":
      return prefixed(" ", joined(layout.of, " | "));
    case "bracketed":
      return bracketedInOneLine(layout);
  }
}

function bracketedInOneLine({ open, close, separator, items, isPadded, style }: Bracketed): string | undefined {
  if (items.length === 0) return open + close;
  const inside = style === "always one each" ? undefined : joined(items, `${separator} `);
  const pad = isPadded ? " " : "";
  return inside === undefined ? undefined : open + pad + inside + pad + close;
}

function prefixed(prefix: string, text: string | undefined): string | undefined {
  return text === undefined ? undefined : prefix + text;
}

function joined(layouts: readonly Layout[], separator: string): string | undefined {
  const texts = layouts.map(inOneLine);
  return texts.includes(undefined) ? undefined : texts.join(separator);
}

function inMany(group: Group, { indent, column, rest }: Place): string {
  switch (group.kind) {
    case "lines":
      return group.lines.map((line) => print(line, { indent, column: indent, rest })).join(newLine(indent));
    case "assigned":
      return assignedInMany(group.value, { indent, column, rest });
    case "alternatives":
      return group.of
        .map((one) => `${newLine(indent + 2)}| ${print(one, { indent: indent + 4, column: indent + 4, rest })}`)
        .join("");
    case "bracketed":
      return bracketedInMany(group, { indent, column, rest });
  }
}

function assignedInMany(value: Layout, { indent, column, rest }: Place): string {
  const isBeginning = column + 1 + headWidth([value], rest) <= width;
  if (isBeginning) return ` ${print(value, { indent, column: column + 1, rest })}`;
  const inner = indent + 2;
  return newLine(inner) + print(value, { indent: inner, column: inner, rest });
}

function bracketedInMany(group: Bracketed, at: Place): string {
  if (group.items.length === 0) return group.open + group.close;
  if (group.style === "filled") return filled(group, at.indent);
  const hugged = group.style === "last in many" ? lastInMany(group, at) : undefined;
  return hugged ?? oneEach(group, at.indent);
}

function oneEach({ open, close, separator, items, style }: Bracketed, indent: number): string {
  const inner = { indent: indent + 2, column: indent + 2, rest: 1 };
  const all = items.map((item) => (item === "" ? "\n" : newLine(inner.indent) + print(item, inner) + separator));
  const inside = style === "nothing behind the last" ? all.join("").slice(0, -separator.length) : all.join("");
  return open + inside + newLine(indent) + close;
}

function filled({ open, close, separator, items }: Bracketed, indent: number): string {
  const all: string[] = [];
  for (const item of items.map((item) => print(item) + separator)) {
    const line = all.at(-1);
    if (line !== undefined && indent + 2 + line.length + 1 + item.length <= width) all.splice(-1, 1, `${line} ${item}`);
    else all.push(item);
  }
  return open + all.map((line) => newLine(indent + 2) + line).join("") + newLine(indent) + close;
}

/** `undefined` where not even the beginning fits. */
function lastInMany({ open, close, items }: Bracketed, { indent, column, rest }: Place): string | undefined {
  const first = joined(items.slice(0, -1), ", ");
  if (first === undefined) return undefined;
  const head = open + (first === "" ? "" : `${first}, `);
  const last = print(items.at(-1) ?? "", { indent, column: column + head.length, rest: rest + close.length });
  const text = head + last + close;
  return column + text.indexOf("\n") <= width ? text : undefined;
}

function printAll(layouts: readonly Layout[], { indent, column, rest }: Place): string {
  let text = "";
  for (const [i, layout] of layouts.entries()) {
    const behind = headWidth(layouts.slice(i + 1), rest);
    const start = text.lastIndexOf("\n");
    const at = start === -1 ? column + text.length : text.length - start - 1;
    text += print(layout, { indent, column: at, rest: behind });
  }
  return text;
}

/** How much must fit into the line in which the layouts begin. */
function headWidth(layouts: readonly Layout[], rest: number): number {
  let total = 0;
  for (const layout of flattened(layouts)) {
    total += typeof layout === "string" ? layout.length : groupHead(layout);
    if (typeof layout !== "string" && !isEmpty(layout)) return total;
  }
  return total + rest;
}

function* flattened(layouts: readonly Layout[]): Iterable<string | Group> {
  for (const layout of layouts) {
    if (typeof layout === "string" || "kind" in layout) yield layout;
    else yield* flattened(layout);
  }
}

function isEmpty(group: Group): boolean {
  return group.kind === "bracketed" && group.items.length === 0;
}

function groupHead(group: Group): number {
  if (group.kind !== "bracketed") return 0;
  return isEmpty(group) ? group.open.length + group.close.length : group.open.length;
}

function newLine(indent: number): string {
  return `\n${" ".repeat(indent)}`;
}
