/** Text that is laid out in one line where that fits, and in many where not. Lists are joined without anything between. */
export type Layout = string | Group | readonly Layout[];

export type Group = Bracketed | Lines | Alternatives | Moved;

/** `(a, b)`, `[a, b]`, `{ a; b }`: in many lines one item each. */
export interface Bracketed {
  readonly kind: "bracketed";
  readonly open: string;
  readonly close: string;
  readonly separator: "," | ";" | "";
  readonly items: readonly Layout[];
  readonly isPadded: boolean;
  readonly style: "one each" | "always one each" | "filled" | "last in many";
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

/** ` text`, which moves to a line of its own rather than to be broken. */
interface Moved {
  readonly kind: "moved";
  readonly text: string;
}

export function lines(...all: readonly Layout[]): Layout {
  return { kind: "lines", lines: all };
}

export function alternatives(of: readonly Layout[]): Layout {
  return { kind: "alternatives", of };
}

/** What is assigned, with the blank before it. */
export function assigned(value: Layout): Layout {
  return typeof value === "string" ? { kind: "moved", text: value } : [" ", value];
}

type Style = Bracketed["style"];

/** A type with properties. */
export function typeLiteral(items: readonly Layout[], style: Style = "one each"): Bracketed {
  return { kind: "bracketed", open: "{", close: "}", separator: ";", items, isPadded: true, style };
}

export function objectLiteral(items: readonly Layout[], style: Style = "one each"): Bracketed {
  return { kind: "bracketed", open: "{", close: "}", separator: ",", items, isPadded: true, style };
}

export function arrayLiteral(items: readonly Layout[], style: Style = "one each"): Bracketed {
  return { kind: "bracketed", open: "[", close: "]", separator: ",", items, isPadded: false, style };
}

/** The body of a class or function: its lines. */
export function block(items: readonly Layout[]): Bracketed {
  return { kind: "bracketed", open: "{", close: "}", separator: "", items, isPadded: true, style: "always one each" };
}

/** A call, whose last argument takes many lines rather than all of them. */
export function call(callee: string, args: readonly Layout[]): Layout {
  const style = isBreakable(args.at(-1)) && !args.slice(0, -1).some(isBreakable) ? "last in many" : "one each";
  return { kind: "bracketed", open: `${callee}(`, close: ")", separator: ",", items: args, isPadded: false, style };
}

/** A function that returns it. */
export function returning(value: Layout): Layout {
  return ["() => ", value];
}

// A literal, or a function that returns one.
function isBreakable(layout: Layout | undefined): boolean {
  if (layout === undefined || typeof layout === "string") return false;
  if ("kind" in layout) return layout.kind === "bracketed" && !layout.open.endsWith("(") && layout.items.length > 0;
  return layout[0] === "() => " && isBreakable(layout[1]);
}
