import { type Descriptor, isDescriptor, nameOf, shapeOf, valueOf } from "@seapink/codegen/internal";
import { isProtocolError } from "@seapink/core";
import { binary } from "@seapink/protocol-binary";
import { decode } from "@seapink/schema";
import { messageOf } from "./fault.ts";

type Module = Readonly<Record<string, unknown>>;
type Shapes = Readonly<Record<string, string>>;

/** What is wrong with the exports of a generated file: it says something else than the IDL, or its codecs fail. */
export function tryModule(module: Module, shapes: Shapes): readonly string[] {
  const descriptors = Object.values(module).filter(isDescriptor);
  return [...differences(module, descriptors, shapes), ...descriptors.flatMap(codecFault)];
}

function differences(module: Module, descriptors: readonly Descriptor[], shapes: Shapes): readonly string[] {
  const described = new Map(descriptors.map((descriptor) => [nameOf(descriptor), shapeOf(descriptor)]));
  // A constant may have another name in code, where its own means something.
  const values = new Set(Object.values(module).map((value) => (isDescriptor(value) ? "" : valueOf(value))));
  return Object.entries(shapes).flatMap(([name, shape]) => {
    // A typedef is a type, of which nothing is exported.
    if (name.startsWith("typedef ")) return [];
    if (name.startsWith("const ")) return values.has(shape) ? [] : [`${name}: expected ${shape}, got none such`];
    const got = described.get(name);
    return got === shape ? [] : [`${name}: expected ${shape}, got ${got ?? "none"}`];
  });
}

/** Nothing but the end of a struct: whatever it is, its codec is made. */
function codecFault(descriptor: Descriptor): readonly string[] {
  if (descriptor.kind !== "struct" && descriptor.kind !== "union" && descriptor.kind !== "exception") return [];
  try {
    decode(descriptor, Uint8Array.of(0), binary());
    return [];
  } catch (error) {
    const isMissing = isProtocolError(error) && error.code === "invalid_data";
    return isMissing ? [] : [`${nameOf(descriptor)}: its codec: ${messageOf(error)}`];
  }
}
