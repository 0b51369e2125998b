import { generate, type GeneratedFile, type GenerateOptions } from "@seapink/codegen";
import type { Program } from "@seapink/idl";
import { type Fault, messageOf } from "./fault.ts";

export interface Made {
  /** Files that belong together: they import each other, and no two have the same path. */
  readonly groups: readonly (readonly GeneratedFile[])[];
  readonly faults: readonly Fault[];
}

/** Generates all programs together; those that cannot be, for two would have one path, in parts that can. */
export function makeCode(programs: readonly Program[], options: GenerateOptions): Made {
  try {
    return { groups: [generate(programs, options)], faults: [] };
  } catch (error) {
    const [only] = programs;
    if (only === undefined) throw error;
    if (programs.length === 1) return { groups: [], faults: [{ source: only.file, reason: messageOf(error) }] };
  }
  const middle = programs.length >> 1;
  const [a, b] = [makeCode(programs.slice(0, middle), options), makeCode(programs.slice(middle), options)];
  return { groups: [...a.groups, ...b.groups], faults: [...a.faults, ...b.faults] };
}
