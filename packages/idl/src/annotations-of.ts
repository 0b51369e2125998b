import { type Annotations, noAnnotations } from "@seapink/schema";
import type { I64 } from "./link-context.ts";
import type { AnnotationNode } from "./tree.ts";

/** Annotations by key; one without a value has "1". */
export function annotationsOf(nodes: readonly AnnotationNode[]): Annotations {
  if (nodes.length === 0) return noAnnotations;
  const annotations = new Map<string, string[]>();
  for (const { name, value } of nodes) {
    const values = annotations.get(name.text);
    if (values) values.push(textOf(value));
    else annotations.set(name.text, [textOf(value)]);
  }
  return annotations;
}

// A boolean is a number, as fbthrift has it.
function textOf(value: AnnotationNode["value"]): string {
  return value?.kind === "bool" ? String(Number(value.value)) : String(value?.value ?? "1");
}

/** What `(js.type = "number")` or `"bigint"` says; other values of it are other libraries' business. */
export function i64Of(nodes: readonly AnnotationNode[]): I64 | undefined {
  const value = nodes.findLast((node) => node.name.text === "js.type")?.value?.value;
  return value === "number" || value === "bigint" ? value : undefined;
}
