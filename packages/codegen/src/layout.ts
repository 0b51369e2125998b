/** Text that is laid out in one line where that fits, and in many where not. Lists are joined without anything between. */
export type Layout = string | Group | readonly Layout[];

export type Group = Bracketed | Lines | Alternatives | Assigned;

/** `(a, b)`, `[a, b]`, `{ a; b }`: in many lines one item each. */
export interface Bracketed {
  readonly kind: "bracketed";
  readonly open: string;
  readonly close: string;
  readonly separator: "," | ";" | "";
  readonly items: readonly Layout[];
  readonly isPadded: boolean;
  readonly style: "one each" | "always one each" | "filled" | "last in many" | "nothing behind the last";
}

/** Each on a line of its own, whatever fits. */
interface Lines {
  readonly kind: "lines";
  readonly lines: readonly Layout[];
}

/** ` a | b`, behind what they are alternatives of. */
interface Alternatives {
  readonly kind: "alternatives";
  readonly of: readonly Layout[];
}

/** What is assigned, which moves to a line of its own where not even its beginning fits. */
interface Assigned {
  readonly kind: "assigned";
  readonly value: Layout;
}

export function lines(...all: readonly Layout[]): Layout {
  return { kind: "lines", lines: all };
}

export function alternatives(of: readonly Layout[]): Layout {
  return { kind: "alternatives", of };
}

/** What is assigned, with the blank before it. */
export function assigned(value: Layout): Layout {
  return { kind: "assigned", value };
}

type Style = Bracketed["style"];

/** A generic type and what it is of. */
export function generic(name: string, of: readonly Layout[]): Layout {
  const style = "nothing behind the last";
  return { kind: "bracketed", open: `${name}<`, close: ">", separator: ",", items: of, isPadded: false, style };
}

/** A type with properties. */
export function typeLiteral(items: readonly Layout[], style: Style = "one each"): Bracketed {
  return { kind: "bracketed", open: "{", close: "}", separator: ";", items, isPadded: true, style };
}

export function objectLiteral(items: readonly Layout[], style: Style = "one each"): Bracketed {
  return { kind: "bracketed", open: "{", close: "}", separator: ",", items, isPadded: true, style };
}

export function arrayLiteral(items: readonly Layout[], style: Style = arrayStyle(items)): Bracketed {
  return { kind: "bracketed", open: "[", close: "]", separator: ",", items, isPadded: false, style };
}

// As formatters have it: of literals with more than one thing each, each has a line.
function arrayStyle([first, ...others]: readonly Layout[]): Style {
  const open = openOf(first);
  const isTable = open !== undefined && others.length > 0 && others.every((other) => openOf(other) === open);
  return isTable ? "always one each" : "one each";
}

function openOf(layout: Layout | undefined): string | undefined {
  const literal = breakable(layout);
  return literal !== undefined && literal.items.length > 1 ? literal.open : undefined;
}

/** The body of a class or function: its lines. */
export function block(items: readonly Layout[]): Bracketed {
  return { kind: "bracketed", open: "{", close: "}", separator: "", items, isPadded: true, style: "always one each" };
}

/** A call, whose last argument takes many lines, if it can, rather than all of them. */
export function call(callee: string, args: readonly Layout[]): Layout {
  const [last, other] = [args.at(-1), args.at(-2)].map(breakable);
  const style = last && last.open !== other?.open ? "last in many" : "one each";
  return { kind: "bracketed", open: `${callee}(`, close: ")", separator: ",", items: args, isPadded: false, style };
}

/** A function that returns it. */
export function returning(value: Layout): Layout {
  return ["() => ", value];
}

// A literal, or that which a function returns.
function breakable(layout: Layout | undefined): Bracketed | undefined {
  if (layout === undefined || typeof layout === "string") return undefined;
  if (!("kind" in layout)) return layout[0] === "() => " ? breakable(layout[1]) : undefined;
  const isLiteral = layout.kind === "bracketed" && !layout.open.endsWith("(") && layout.items.length > 0;
  return isLiteral ? layout : undefined;
}
