import { printAnnotations, printStructured } from "./print-annotations.ts";
import { printDefinition } from "./print-definition.ts";
import { emptyDoc, printDoc } from "./print-doc.ts";
import type { DefinitionNode, DocumentNode, HeaderNode, IncludeNode, NamespaceNode, PackageNode } from "./tree.ts";

/**
 * Tree to text, laid out in one way whatever it came from: read again, in the same dialect, it is the same tree apart
 * from the places. Comments that are not documentation are not in a tree.
 */
export function print(document: DocumentNode): string {
  const { headers, definitions } = document;
  const top = [...printFileDoc(document), ...headers.map(printHeader)].join("\n");
  const body = definitions
    .map((node, i) => `${gapBefore(node, definitions[i - 1])}${printDefinition(node)}\n`)
    .join("");
  return `${top}${top === "" ? "" : "\n"}${top === "" || body === "" ? "" : "\n"}${body}`;
}

// Without a header it needs another doc comment behind it, lest it be that of the first definition, and no lines of one.
function printFileDoc({ doc, headers, definitions: [first] }: DocumentNode): string[] {
  if (doc === undefined) return [];
  const text = printDoc(doc, "");
  if (headers.length > 0 || !first) return [text];
  return first.doc === undefined ? [text, emptyDoc] : [text, ...(text.startsWith("//") ? ["//"] : [])];
}

/** Short definitions of a kind stand together. */
function gapBefore(node: DefinitionNode, before: DefinitionNode | undefined): string {
  if (!before) return "";
  return isShort(node) && isShort(before) && node.kind === before.kind ? "" : "\n";
}

function isShort(node: DefinitionNode): boolean {
  const isLine = node.kind === "const" || (node.kind === "typedef" && !node.texts);
  return isLine && node.doc === undefined && node.structured.length === 0;
}

function printHeader(node: HeaderNode): string {
  switch (node.kind) {
    case "include":
      return printInclude(node);
    case "cpp_include":
    case "hs_include":
      return `${node.kind} ${node.path.raw}`;
    case "namespace":
      return printNamespace(node);
    case "package":
      return printPackage(node);
  }
}

function printInclude({ path, alias, isAliasFirst }: IncludeNode): string {
  if (!alias) return `include ${path.raw}`;
  return isAliasFirst ? `include ${alias.text} ${path.raw}` : `include ${path.raw} as ${alias.text}`;
}

function printNamespace({ language, scope, quoted, annotations }: NamespaceNode): string {
  return `namespace ${language} ${quoted?.raw ?? scope}${printAnnotations(annotations, "")}`;
}

function printPackage({ structured, path }: PackageNode): string {
  return [...structured.map((node) => printStructured(node, "")), path ? `package ${path.raw}` : "package;"].join("\n");
}
