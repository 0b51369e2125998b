import { isDeepStrictEqual } from "node:util";
import type { DocumentNode } from "@seapink/idl";

/** Where two trees differ, apart from the places in the text: a path; `undefined` where they do not. */
export function differenceOf(a: DocumentNode, b: DocumentNode): string | undefined {
  return difference(withoutPlaces(a), withoutPlaces(b), "document");
}

function withoutPlaces(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutPlaces);
  if (typeof node !== "object" || node === null) return node;
  const kept = Object.entries(node).filter(([key]) => key !== "start" && key !== "end");
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutPlaces(value)]));
}

function difference(a: unknown, b: unknown, path: string): string | undefined {
  if (isDeepStrictEqual(a, b)) return undefined;
  if (isObject(a) && isObject(b)) {
    for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
      const found = difference(a[key], b[key], `${path}.${key}`);
      if (found !== undefined) return found;
    }
  }
  return `${path}: ${show(a)} became ${show(b)}`;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function show(value: unknown): string {
  const text = JSON.stringify(value, (_, item: unknown) => (typeof item === "bigint" ? `${item}n` : item)) ?? "nothing";
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}
