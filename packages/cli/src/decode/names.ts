import type { Program } from "@seapink/idl";
import type { Fieldset, Method, Type } from "@seapink/schema";
import { UsageError } from "../usage-error.ts";

/** What the IDL has to say about bytes. */
export interface Names {
  /** Whether there is any. */
  readonly isKnown: boolean;
  /** The methods that a message may be of, by its name on the wire; those of the file itself before included ones. */
  readonly methods: (wireName: string) => readonly Method[];
  /** What a struct without a message is. */
  readonly type: Fieldset | undefined;
}

export const noNames: Names = { isKnown: false, methods: () => [], type: undefined };

/** @throws UsageError for a type that is no struct, union or exception; IdlError for one that there is not */
export function idlNames(program: Program, typeName: string | undefined): Names {
  const byName = new Map<string, Method[]>();
  for (const method of methodsOf(program)) {
    const others = byName.get(method.wireName) ?? [];
    if (!others.includes(method)) byName.set(method.wireName, [...others, method]);
  }
  const type = typeName === undefined ? undefined : fieldsetOf(program.type(typeName), typeName);
  return { isKnown: true, methods: (wireName) => byName.get(bare(wireName)) ?? [], type };
}

function* methodsOf({ files }: Program): Generator<Method> {
  for (const { definitions } of files.values()) {
    for (const { kind, type } of definitions) {
      if (kind === "service" || kind === "interaction") yield* type.methods.values();
    }
  }
}

/** Multiplexed, a message is named for its service, too: `Service:method`. */
function bare(wireName: string): string {
  return wireName.slice(wireName.lastIndexOf(":") + 1);
}

function fieldsetOf(type: Type, name: string): Fieldset {
  if ("fields" in type) return type;
  const article = /^[aeiou]/.test(type.kind) ? "an" : "a";
  throw new UsageError(`--type: expected a struct, union or exception, got ${name}, which is ${article} ${type.kind}`);
}
