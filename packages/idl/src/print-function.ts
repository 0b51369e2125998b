import { printAnnotations } from "./print-annotations.ts";
import { printLead } from "./print-doc.ts";
import { printParams, printThrows } from "./print-field.ts";
import { printType } from "./print-type.ts";
import type { FunctionNode, SinkNode, StreamNode } from "./tree.ts";

/** A method of a service or interaction. */
export function printFunction(node: FunctionNode, indent: string): string {
  const qualifier = node.qualifier ? `${node.qualifier} ` : "";
  const params = printParams(node.params, indent);
  const rest = `${params}${printThrows(node.throws, indent)}${printAnnotations(node.annotations, indent)}`;
  return `${printLead(node, indent)}${qualifier}${printReturns(node, indent)} ${node.name.text}${rest};`;
}

function printReturns({ returns, sink, stream }: FunctionNode, indent: string): string {
  const parts = returns.map((type) => printType(type, indent));
  if (sink) parts.push(printSink(sink, indent));
  if (stream) parts.push(`stream<${printItem(stream, indent)}>`);
  return parts.join(", ");
}

function printItem({ of, throws }: StreamNode | SinkNode, indent: string): string {
  return `${printType(of, indent)}${printThrows(throws, indent)}`;
}

function printSink(node: SinkNode, indent: string): string {
  const { final, finalThrows } = node;
  const end = final ? `, ${printType(final, indent)}${printThrows(finalThrows, indent)}` : "";
  return `sink<${printItem(node, indent)}${end}>`;
}
