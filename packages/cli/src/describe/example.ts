import type { Program } from "@seapink/idl";
import type { InteractionType, Method } from "@seapink/schema";
import { type Creator, creatorsOf } from "../creators.ts";
import type { DescribedMethod } from "./found.ts";
import { sampleJson } from "./sample-json.ts";

/** How to call a method; `undefined` where all arguments of it are too large. */
export function exampleOf(program: Program, { owner, name, method }: DescribedMethod): string | undefined {
  const sample = sampleJson(method.args);
  if (sample === undefined) return undefined;
  const isStep = owner.kind === "interaction";
  const start = isStep ? startOf(program, owner.type) : `${name} ${quoted(sample)}`;
  const then = isStep ? stepOf(owner.type, method) : method.creates && firstStepOf(method.creates);
  return `seapink call ADDRESS ${start}${then ?? ""} --idl ${program.file}`;
}

/** What creates an interaction, with its arguments. */
function startOf(program: Program, interaction: InteractionType): string {
  const [creator] = creatorsOf(program, interaction);
  return creator === undefined ? "METHOD" : creationBy(creator);
}

function creationBy({ name, method }: Creator): string {
  if (method === undefined) return name;
  const sample = sampleJson(method.args);
  return `${name} ${sample === undefined ? "JSON" : quoted(sample)}`;
}

function firstStepOf(interaction: InteractionType): string | undefined {
  const [method] = interaction.methods.values();
  return method && stepOf(interaction, method);
}

function stepOf({ name }: InteractionType, method: Method): string | undefined {
  const sample = sampleJson(method.args);
  return sample && ` --then ${quoted(`${name}.${method.name} ${sample}`)}`;
}

/** For a shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
