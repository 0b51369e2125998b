import { type DefinitionNode, type FunctionNode, print } from "@seapink/idl";
import type { Owner } from "./found.ts";

/** A definition as IDL, with its documentation and annotations. */
export function definitionText(node: DefinitionNode): string {
  return print({
    kind: "document",
    start: 0,
    end: 0,
    doc: undefined,
    headers: [],
    definitions: [node],
    isWhole: true,
  }).trimEnd();
}

/** A method as IDL, inside of who defines it. */
export function methodText({ node }: Owner, method: FunctionNode): string {
  const bare = { ...node, doc: undefined, annotations: [], structured: [], functions: [method] };
  return definitionText(bare.kind === "service" ? { ...bare, extends: undefined, performs: [] } : bare);
}

/** A method on one line, without documentation and annotations. */
export function signature(owner: Owner, method: FunctionNode): string {
  const [, ...lines] = methodText(owner, withoutNotes(method)).split("\n");
  const line = lines.slice(0, -1).map((one) => one.trim());
  return line.join(" ").replaceAll("( ", "(").replaceAll(/,? \)/g, ")").replace(/;$/, "");
}

function withoutNotes(method: FunctionNode): FunctionNode {
  const bare = { doc: undefined, annotations: [], structured: [] };
  const strip = <T extends object>(nodes: readonly T[]): T[] => nodes.map((node) => ({ ...node, ...bare }));
  return { ...method, ...bare, params: strip(method.params), throws: strip(method.throws) };
}

/** The first line of a doc comment. */
export function summary(doc: string | undefined): string {
  return doc?.trim().split("\n")[0]?.trim() ?? "";
}
