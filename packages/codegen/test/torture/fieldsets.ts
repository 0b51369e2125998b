import type { Fieldset, InteractionType, ServiceType } from "@seapink/schema";

/** The structs of a descriptor: itself, or those of the methods of a service or interaction. */
export function fieldsetsOf(descriptor: unknown): readonly Fieldset[] {
  if (!isDescriptor(descriptor)) return [];
  switch (descriptor.kind) {
    case "struct":
    case "union":
    case "exception":
      return [descriptor];
    case "service":
    case "interaction":
      return [...descriptor.methods.values()].flatMap(({ args, result, streamItem, sinkItem, finalResponse }) =>
        [args, result, streamItem, sinkItem, finalResponse].filter((type) => type !== undefined),
      );
  }
}

function isDescriptor(value: unknown): value is Fieldset | ServiceType | InteractionType {
  const kinds: readonly unknown[] = ["struct", "union", "exception", "service", "interaction"];
  return typeof value === "object" && value !== null && "kind" in value && kinds.includes(value.kind);
}
