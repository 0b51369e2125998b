import type { Program } from "@seapink/idl";
import { exampleOf } from "./example.ts";
import type { Found, DescribedMethod } from "./found.ts";
import { definitionText, methodText } from "./idl-text.ts";
import { sampleJson } from "./sample-json.ts";
import { typesUsedBy } from "./used-types.ts";

/** All of a definition or method, as IDL, with what helps to call it. */
export function describeText(program: Program, found: Found): string {
  const parts =
    found.kind === "method" ? methodParts(program, found) : [definitionText(found.node), ...sampleParts(found)];
  return parts.join("\n\n");
}

function methodParts(program: Program, found: DescribedMethod): string[] {
  const { owner, node } = found;
  const types = typesUsedBy(program, node, owner.file).map((definition) => definitionText(definition.node));
  const example = exampleOf(program, found);
  return [methodText(owner, node), ...types, ...(example === undefined ? [] : [`// for example\n${example}`])];
}

function sampleParts(found: Exclude<Found, DescribedMethod>): string[] {
  if (found.kind === "service") return inherited(found);
  if (found.kind !== "struct" && found.kind !== "union" && found.kind !== "exception") return [];
  const sample = sampleJson(found.type);
  return sample === undefined ? [] : [`// for example, as JSON\n${sample}`];
}

function inherited({ node, type }: Extract<Found, { kind: "service" }>): string[] {
  const own = new Set(node.functions.map(({ name }) => name.text));
  const others = [...type.methods.keys()].filter((name) => !own.has(name));
  return others.length === 0 ? [] : [`// inherited: ${others.join(", ")}`];
}
