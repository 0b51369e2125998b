import { counted } from "../counted.ts";
import type { Decoded } from "./decode-bytes.ts";
import { readings } from "./readings.ts";
import type { FieldNode, Node, Part, StructNode } from "./tree.ts";

/** How long a list or map may be that stands on one line. */
const widest = 80;

/** What was found as text, each line with its place in the input. */
export function decodedText({ as, bytes, parts, notes }: Decoded): string {
  const title = `${readings[as].title}, ${counted(bytes, "byte")} (--as and --protocol read them otherwise)`;
  const lines = new Lines(Math.max(4, bytes.toString(16).length), title);
  for (const part of parts) lines.part(part, 0);
  for (const note of notes) lines.add(undefined, 0, note);
  return lines.text;
}

class Lines {
  readonly #digits: number;
  readonly #lines: string[];

  constructor(digits: number, title: string) {
    this.#digits = digits;
    this.#lines = [title];
  }

  get text(): string {
    return this.#lines.join("\n");
  }

  add(offset: number | undefined, depth: number, text: string): void {
    const place = offset === undefined ? "" : offset.toString(16).padStart(this.#digits, "0");
    this.#lines.push(`${place.padEnd(this.#digits)}  ${"  ".repeat(depth)}${text}`);
  }

  part({ offset, title, struct, parts }: Part, depth: number): void {
    this.add(offset, depth, title);
    if (struct !== undefined) this.fields(struct, depth + 1);
    for (const inner of parts) this.part(inner, depth + 1);
  }

  fields({ fields }: StructNode, depth: number): void {
    for (const field of fields) this.value(field.offset, depth, fieldLabel(field), field.value);
  }

  /** A value behind its label: on one line, or each of its parts on one. */
  value(offset: number | undefined, depth: number, label: string, node: Node | undefined): void {
    const inline = node === undefined ? undefined : inlineText(node);
    if (node === undefined) return this.add(offset, depth, label);
    if (inline !== undefined) return this.add(offset, depth, `${label} = ${inline}`);
    this.add(
      offset,
      depth,
      node.kind === "struct" ? label : `${label}, ${node.kind === "scalar" ? 0 : node.size} in all`,
    );
    if (node.kind === "struct") this.fields(node, depth + 1);
    else if (node.kind === "list") {
      for (const [i, item] of node.items.entries()) this.value(item.offset, depth + 1, `[${i}]`, item.value);
    } else if (node.kind === "map") {
      for (const { offset, key, value } of node.entries) this.entry(offset, depth + 1, key, value);
    }
  }

  entry(offset: number | undefined, depth: number, key: Node | undefined, value: Node | undefined): void {
    const label = key && inlineText(key);
    if (label !== undefined) return this.value(offset, depth, label, value);
    this.value(offset, depth, "key", key);
    this.value(undefined, depth, "value", value);
  }
}

function fieldLabel({ id, name, type, isOther, value }: FieldNode): string {
  const shown = value === undefined || (value.kind === "scalar" && value.type === "string") ? type : value.type;
  const note = isOther ? " (another type than in the IDL)" : "";
  return `${id}: ${shown}${name === undefined ? "" : ` ${name}`}${note}`;
}

/** What is short stands where it belongs. Scalars always do. */
function inlineText(node: Node): string | undefined {
  if (node.kind === "scalar") return node.text;
  if (node.kind === "struct") return node.fields.length === 0 ? "{}" : undefined;
  const size = node.kind === "list" ? node.items.length : node.entries.length;
  if (size !== node.size || size > widest / 3) return undefined;
  return node.kind === "list" ? inlineList(node.items) : inlineMap(node.entries);
}

function inlineList(items: readonly { readonly value: Node | undefined }[]): string | undefined {
  return short(
    "[",
    items.map(({ value }) => scalarText(value)),
    "]",
  );
}

function inlineMap(
  entries: readonly { readonly key: Node | undefined; readonly value: Node | undefined }[],
): string | undefined {
  const texts = entries.map(({ key, value }) => {
    const [k, v] = [scalarText(key), scalarText(value)];
    return k === undefined || v === undefined ? undefined : `${k}: ${v}`;
  });
  return short("{", texts, "}");
}

function scalarText(node: Node | undefined): string | undefined {
  return node?.kind === "scalar" ? node.text : undefined;
}

function short(open: string, texts: readonly (string | undefined)[], close: string): string | undefined {
  const text = `${open}${texts.join(", ")}${close}`;
  return texts.includes(undefined) || text.length > widest ? undefined : text;
}
