import type { Definition, Program } from "@seapink/idl";
import { entryOf } from "./found.ts";

/** What may be METHOD of `call`: the methods of services, those of included files last. */
export function methodNames(program: Program): readonly string[] {
  const { definitions, includes } = entryOf(program);
  const included = includes.flatMap(({ prefix, file }) =>
    methodsIn(program.files.get(file)?.definitions ?? [], "service").map((name) => `${prefix}.${name}`),
  );
  return [...methodsIn(definitions, "service"), ...included];
}

/** What may be in `--then` of `call`: the methods of interactions, wherever those are. */
export function stepNames(program: Program): readonly string[] {
  const files = [...program.files.values()];
  return [...new Set(files.flatMap(({ definitions }) => methodsIn(definitions, "interaction")))];
}

function methodsIn(definitions: readonly Definition[], kind: "service" | "interaction"): readonly string[] {
  return definitions.flatMap((one) => {
    if (one.kind !== kind || (one.kind !== "service" && one.kind !== "interaction")) return [];
    return Array.from(one.type.methods.keys(), (method) => `${one.name}.${method}`);
  });
}
