import type { Definition, FunctionNode, Program, TypeNode } from "@seapink/idl";

/** Types and those that they are made of: so many are shown at most. */
const most = 20;

/** The definitions of the types that a method needs, and of those that these need, nearest first; and the interaction that it begins. */
export function typesUsedBy(program: Program, method: FunctionNode, file: string): readonly Definition[] {
  const used = new Set<Definition>();
  const add = (types: Iterable<TypeNode>, from: string): void => {
    for (const type of types) {
      const found = program.files.get(from)?.find(nameIn(type));
      if (found && used.size < most) used.add(found);
    }
  };
  add(named(typesOf(method)), file);
  // What is added on the way is visited, too.
  for (const definition of used) add(named(typesIn(definition)), definition.file);
  return [...used];
}

function typesOf({ returns, params, throws, stream, sink }: FunctionNode): TypeNode[] {
  const streamed = stream ? [stream.of, ...stream.throws.map(({ type }) => type)] : [];
  const sunk = sink ? [sink.of, ...(sink.final ? [sink.final] : []), ...fieldTypes(sink.throws, sink.finalThrows)] : [];
  return [...returns, ...fieldTypes(params, throws), ...streamed, ...sunk];
}

function fieldTypes(...lists: readonly (readonly { readonly type: TypeNode }[])[]): TypeNode[] {
  return lists.flat().map(({ type }) => type);
}

function typesIn({ node }: Definition): TypeNode[] {
  if (node.kind === "typedef") return [node.type];
  if (node.kind === "interaction") return node.functions.flatMap(typesOf);
  return "fields" in node ? fieldTypes(node.fields) : [];
}

/** Those that have a definition, in containers, too. */
function* named(types: readonly TypeNode[]): Generator<TypeNode> {
  for (const type of types) {
    if (type.kind === "named") yield type;
    else if (type.kind === "map") yield* named([type.key, type.value]);
    else if ("of" in type) yield* named([type.of]);
  }
}

function nameIn(type: TypeNode): string {
  return type.kind === "named" ? type.name : "";
}
