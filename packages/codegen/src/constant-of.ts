import type { Definition, ValueNode } from "@seapink/idl";
import type { Module } from "./module.ts";

export type ConstDefinition = Extract<Definition, { kind: "const" }>;

/** The constant that a value is written as. */
export function constantOf({ file }: Module, node: ValueNode): ConstDefinition | undefined {
  const found = node.kind === "reference" ? file.findConstant(node.name) : undefined;
  return found?.kind === "const" ? found : undefined;
}
