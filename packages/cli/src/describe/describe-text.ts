import type { Program } from "@seapink/idl";
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
  const { owner, node, method } = found;
  const types = typesUsedBy(program, node, owner.file).map((definition) => definitionText(definition.node));
  const sample = sampleJson(method.args);
  const example = sample === undefined ? [] : [`// for example\n${callOf(program, found, sample)}`];
  return [methodText(owner, node), ...types, ...example];
}

function callOf({ file }: Program, { owner, name }: DescribedMethod, sample: string): string {
  const text = sample.replaceAll("'", "'\\''");
  if (owner.kind === "interaction") return `seapink call ADDRESS METHOD --then '${name} ${text}' --idl ${file}`;
  return `seapink call ADDRESS ${name} '${text}' --idl ${file}`;
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
