import type { Program } from "@seapink/idl";
import { type IdlOptions, load } from "../idl-options.ts";
import { jsonText } from "../json-text.ts";
import { printLines } from "../print-lines.ts";
import { describeJson, overviewJson } from "./describe-json.ts";
import { describeText } from "./describe-text.ts";
import { allNames, findNamed } from "./found.ts";
import { methodNames, stepNames } from "./method-names.ts";
import { overview } from "./overview.ts";

/** What `seapink describe` is asked for. */
export interface DescribeRequest extends IdlOptions {
  readonly json?: boolean;
  readonly names?: boolean;
  /** Which names: what may be METHOD of `call`, or be in its `--then`; default all. */
  readonly only?: "methods" | "steps";
}

/** Prints what a file defines, or one thing of it. */
export async function runDescribe(file: string, name: string | undefined, request: DescribeRequest): Promise<void> {
  const program = await load(file, request);
  const { json = false, names = false, only } = request;
  if (names) return printLines(namesOf(program, only).join("\n"));
  printLines(json ? jsonText(jsonOf(program, name)) : textOf(program, name));
}

function namesOf(program: Program, only: DescribeRequest["only"]): readonly string[] {
  if (only === undefined) return allNames(program);
  return only === "methods" ? methodNames(program) : stepNames(program);
}

function jsonOf(program: Program, name: string | undefined): object {
  return name === undefined ? overviewJson(program) : describeJson(findNamed(program, name));
}

function textOf(program: Program, name: string | undefined): string {
  return name === undefined ? overview(program) : describeText(program, findNamed(program, name));
}
