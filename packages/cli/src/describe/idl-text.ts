import { type DefinitionNode, type FunctionNode, print } from "@seapink/idl";
import type { MethodOwner } from "./found.ts";

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
export function methodText({ node }: MethodOwner, method: FunctionNode): string {
  const bare = { ...node, doc: undefined, annotations: [], structured: [], functions: [method] };
  return definitionText(bare.kind === "service" ? { ...bare, extends: undefined, performs: [] } : bare);
}

/** The first line of a doc comment. */
export function summary(doc: string | undefined): string {
  return doc?.trim().split("\n")[0]?.trim() ?? "";
}
