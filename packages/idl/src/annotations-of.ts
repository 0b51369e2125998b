import { type Annotations, noAnnotations } from "@seapink/schema";
import type { I64 } from "./link-context.ts";
import type { Scope } from "./scope.ts";
import { findStructured } from "./structured-name.ts";
import type { AnnotationNode, Described } from "./tree.ts";

/** Annotations by key; one without a value has "1". */
export function annotationsOf(nodes: readonly AnnotationNode[]): Annotations {
  return nodes.length === 0 ? noAnnotations : collect(nodes);
}

/** Those of a definition; fbthrift's name of it for all languages is the one that older texts write as `thrift.uri`. */
export function annotationsOfDefinition({ name, annotations, structured }: Described, scope: Scope): Annotations {
  const { packagePath } = scope;
  if (structured.length === 0 && packagePath === undefined) return annotationsOf(annotations);
  const uri = findStructured(structured, scope, "thrift.Uri")?.fields.find((field) => field.name.text === "value");
  const written = uri?.value.kind === "string" ? uri.value.value : undefined;
  const implied = packagePath && `${packagePath}/${name.text}`;
  const all = collect(annotations);
  const value = written ?? implied;
  if (value !== undefined && value !== "" && !all.has("thrift.uri")) all.set("thrift.uri", [value]);
  return all;
}

function collect(nodes: readonly AnnotationNode[]): Map<string, string[]> {
  const annotations = new Map<string, string[]>();
  for (const node of nodes) {
    const { name } = node;
    const values = annotations.get(name.text);
    if (values) values.push(textOf(node));
    else annotations.set(name.text, [textOf(node)]);
  }
  return annotations;
}

// A boolean is a number, as fbthrift has it.
/** What an annotation says, as text. */
export function textOf({ value }: AnnotationNode): string {
  return value?.kind === "bool" ? String(Number(value.value)) : String(value?.value ?? "1");
}

/** Where it says that, if it does. */
export function i64NodeOf(nodes: readonly AnnotationNode[]): AnnotationNode | undefined {
  return nodes.length === 0 ? undefined : nodes.findLast((node) => node.name.text === "js.type");
}

/** What `(js.type = "number")` or `"bigint"` says; other values of it are other libraries' business. */
export function i64Of(nodes: readonly AnnotationNode[]): I64 | undefined {
  const value = i64NodeOf(nodes)?.value?.value;
  return value === "number" || value === "bigint" ? value : undefined;
}
