import type { FunctionNode, InteractionNode, ServiceNode } from "@seapink/idl";
import { type Method, type StructType, successOf, type Type } from "@seapink/schema";

/** A method as it means and as it is written. */
export interface WrittenMethod {
  readonly method: Method;
  readonly node: FunctionNode;
}

/** The methods that a service or interaction has itself. */
export function writtenMethods(
  methods: ReadonlyMap<string, Method>,
  { functions }: ServiceNode | InteractionNode,
): readonly WrittenMethod[] {
  return functions.map((node) => ({ method: methods.get(node.name.text) as Method, node }));
}

/** What one of a method's results holds if all is well. */
export function successType(result: StructType | undefined): Type | undefined {
  return result && successOf(result)?.type;
}
